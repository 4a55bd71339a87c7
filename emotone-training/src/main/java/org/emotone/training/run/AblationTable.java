package org.emotone.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * What augmentations are worth: the UAR of each variant on the validation clips of all seeds
 * together, and what it has more than the variant that it is compared with.
 *
 * @param rows in the order of the plan
 * @param clips that were judged, over all seeds
 * @param speakers that were heard, over all seeds
 * @param seeds that are finished for every variant
 */
public record AblationTable(List<Row> rows, int clips, int speakers, List<Long> seeds) {

  /** Copies the lists. */
  public AblationTable {
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

  /** Compares what is finished; seeds of which a variant is missing are left out. */
  static AblationTable of(AblationPlan plan, List<AblationTrial> trials) {
    List<Long> seeds =
        plan.seeds().stream()
            .filter(
                seed ->
                    trials.stream().filter(trial -> trial.seed() == seed).count()
                        == plan.variants().size())
            .toList();
    List<AblationTrial> done =
        trials.stream().filter(trial -> seeds.contains(trial.seed())).toList();
    List<Row> rows = new ArrayList<>();
    if (!seeds.isEmpty()) {
      plan.variants().forEach(variant -> rows.add(row(variant, done)));
    }
    List<Judgement> first = pooled(AblationPlan.NONE, done);
    int speakers = (int) first.stream().map(Judgement::speaker).distinct().count();
    return new AblationTable(rows, first.size(), speakers, seeds);
  }

  private static Row row(AblationPlan.Variant variant, List<AblationTrial> trials) {
    List<String> labels = trials.get(0).labels();
    List<Judgement> own = pooled(variant.name(), trials);
    double uar = ConfusionMatrix.of(labels, own).unweightedAverageRecall();
    if (variant.against().equals(variant.name())) {
      return new Row(variant.name(), variant.against(), uar, 0, null, 0);
    }
    List<Judgement> other = pooled(variant.against(), trials);
    double before = ConfusionMatrix.of(labels, other).unweightedAverageRecall();
    Map<Long, Double> changes = new LinkedHashMap<>();
    for (AblationTrial trial : trials) {
      int sign = trial.variant().equals(variant.name()) ? 1 : -1;
      if (sign > 0 || trial.variant().equals(variant.against())) {
        changes.merge(trial.seed(), sign * trial.uar(), Double::sum);
      }
    }
    int better = (int) changes.values().stream().filter(change -> change > 0).count();
    Interval interval = SpeakerBootstrap.STANDARD.difference(labels, other, own);
    return new Row(variant.name(), variant.against(), uar, uar - before, interval, better);
  }

  private static List<Judgement> pooled(String variant, List<AblationTrial> trials) {
    return trials.stream()
        .filter(trial -> trial.variant().equals(variant))
        .flatMap(trial -> trial.judgements().stream())
        .toList();
  }

  /** As a table to be read, ending with a line break. */
  public String toText() {
    if (rows.isEmpty()) {
      return "no seed is finished for every variant yet\n";
    }
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
    return row.against().equals(AblationPlan.NONE) ? "" : ", against " + row.against();
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
