package org.emotone.training.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * What augmentations are worth: the UAR of each variant on the validation clips of all seeds
 * together, and what it has more than the variant that it is compared with.
 *
 * @param recipe its name
 * @param rows in the order in which they were trained
 * @param clips that were judged, over all seeds
 * @param speakers that were heard, over all seeds
 * @param seeds that every variant was trained with
 */
public record AblationResult(
    String recipe, List<Row> rows, int clips, int speakers, List<Long> seeds)
    implements StudyResult {

  /** Copies the lists. */
  public AblationResult {
    rows = List.copyOf(rows);
    seeds = List.copyOf(seeds);
  }

  /**
   * One variant.
   *
   * @param name of the variant
   * @param against which variant it is compared with
   * @param uar over the clips of all seeds
   * @param change what it has more than the other
   * @param interval of the change, null for the first and where there are fewer than two speakers
   * @param better how many seeds gave it more than the other
   */
  public record Row(
      String name,
      String against,
      double uar,
      double change,
      @Nullable Interval interval,
      int better) {}

  /**
   * What one training came to, on its validation clips.
   *
   * @param variant that was trained
   * @param seed that it was trained with
   * @param judgements clip by clip
   */
  record Trial(String variant, long seed, List<Judgement> judgements) {

    /** Copies the list. */
    Trial {
      judgements = List.copyOf(judgements);
    }
  }

  /** Compares what was trained. */
  static AblationResult of(
      String recipe, List<String> labels, List<AblationVariant> variants, List<Trial> trials) {
    List<Row> rows = variants.stream().map(variant -> row(variant, labels, trials)).toList();
    List<Judgement> first = pooled(AblationVariant.NONE, trials);
    int speakers = (int) first.stream().map(Judgement::speaker).distinct().count();
    List<Long> seeds = trials.stream().map(Trial::seed).distinct().toList();
    return new AblationResult(recipe, rows, first.size(), speakers, seeds);
  }

  private static Row row(AblationVariant variant, List<String> labels, List<Trial> trials) {
    List<Judgement> own = pooled(variant.name(), trials);
    double uar = uar(labels, own);
    if (variant.against().equals(variant.name())) {
      return new Row(variant.name(), variant.against(), uar, 0, null, 0);
    }
    List<Judgement> other = pooled(variant.against(), trials);
    Map<Long, Double> changes = new LinkedHashMap<>();
    for (Trial trial : trials) {
      int sign = trial.variant().equals(variant.name()) ? 1 : -1;
      if (sign > 0 || trial.variant().equals(variant.against())) {
        changes.merge(trial.seed(), sign * uar(labels, trial.judgements()), Double::sum);
      }
    }
    int better = (int) changes.values().stream().filter(change -> change > 0).count();
    Interval interval = SpeakerBootstrap.STANDARD.difference(labels, other, own);
    double change = uar - uar(labels, other);
    return new Row(variant.name(), variant.against(), uar, change, interval, better);
  }

  private static double uar(List<String> labels, List<Judgement> judgements) {
    return ConfusionMatrix.of(labels, judgements).unweightedAverageRecall();
  }

  /** The answers with all seeds together. */
  private static List<Judgement> pooled(String variant, List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.variant().equals(variant))
        .flatMap(trial -> trial.judgements().stream())
        .toList();
  }

  @Override
  public String toText() {
    int width = rows.stream().map(Row::name).mapToInt(String::length).max().orElse(0);
    String line = "%-" + Math.max(12, width) + "s  %6s  %7s  %-18s  %s\n";
    StringBuilder text = new StringBuilder();
    text.append(
        line.formatted("augmentation", "UAR", "change", "95 % interval", "seeds that gain"));
    for (Row row : rows) {
      boolean first = row.name().equals(row.against());
      String name = row.name();
      text.append(
          line.formatted(
                  name,
                  number("%.3f", row.uar()),
                  first ? "" : number("%+.3f", row.change()),
                  words(row.interval()),
                  first ? "" : row.better() + " of " + seeds.size() + against(row))
              .replaceAll(" +\n", "\n"));
    }
    text.append(method());
    return text.toString();
  }

  private static String against(Row row) {
    return row.against().equals(AblationVariant.NONE) ? "" : ", against " + row.against();
  }

  private String method() {
    String drawn =
        rows.stream()
            .map(Row::interval)
            .filter(interval -> interval != null)
            .max(Comparator.comparing(Interval::method))
            .map(Interval::method)
            .orElse("none, for want of speakers");
    return """

        UAR of %d answers about validation clips of %d speakers, with %s (%s).
        Interval of the change: %s.
        The epoch was chosen on the same clips, which flatters all rows alike. No test clip was heard.
        """
        .formatted(
            clips,
            speakers,
            seeds.size() == 1 ? "1 seed" : seeds.size() + " seeds",
            String.join(", ", seeds.stream().map(String::valueOf).toList()),
            drawn);
  }

  private static String words(@Nullable Interval interval) {
    return interval == null
        ? ""
        : number("%+.3f", interval.lower()) + " … " + number("%+.3f", interval.upper());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toJson() {
    return StrictJson.writeIndented(this);
  }

  /** As CSV, a row for each variant. */
  public String toCsv() {
    StringBuilder text = new StringBuilder("variant,against,uar,change,lower,upper,better,seeds\n");
    for (Row row : rows) {
      Interval interval = row.interval();
      text.append(
          "\"%s\",\"%s\",%s,%s,%s,%s,%d,%d\n"
              .formatted(
                  row.name(),
                  row.against(),
                  number("%.4f", row.uar()),
                  number("%.4f", row.change()),
                  interval == null ? "" : number("%.4f", interval.lower()),
                  interval == null ? "" : number("%.4f", interval.upper()),
                  row.better(),
                  seeds.size()));
    }
    return text.toString();
  }
}
