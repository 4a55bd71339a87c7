package org.emotone.training.importance;

import java.util.List;
import java.util.Locale;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * What groups of features are worth to a classifier: UAR on the validation clips of all seeds
 * together.
 *
 * @param recipe its name
 * @param features how many there are
 * @param uar with all of them
 * @param interval of that, null where there are fewer than two speakers
 * @param rows a group each, that with the largest loss by permutation first
 * @param answers that were judged, over all seeds
 * @param speakers that were judged, over all seeds
 * @param sharedSpeakers of these, how many the training had heard at most
 * @param seeds that it was done with
 * @param repeats permutations with each seed
 */
public record ImportanceResult(
    String recipe,
    int features,
    double uar,
    @Nullable Interval interval,
    List<Row> rows,
    int answers,
    int speakers,
    int sharedSpeakers,
    List<Long> seeds,
    int repeats)
    implements StudyResult {

  /** Copies the lists. */
  public ImportanceResult {
    rows = List.copyOf(rows);
    seeds = List.copyOf(seeds);
  }

  /**
   * A group.
   *
   * @param group its name
   * @param features how many it has
   * @param permuted what its permutation costs
   * @param deviation standard deviation of that over permutations and seeds
   * @param without what a classifier loses that is fitted without it; null if none was
   * @param alone what a classifier loses that has nothing else; null if none was fitted
   */
  public record Row(
      String group,
      int features,
      @Nullable Change permuted,
      double deviation,
      @Nullable Change without,
      @Nullable Change alone) {}

  /**
   * A loss of UAR; below 0 it is a gain.
   *
   * @param uar what is left
   * @param loss UAR with all features less that
   * @param interval of the loss, paired over speakers; null where there are fewer than two
   */
  public record Change(double uar, double loss, @Nullable Interval interval) {}

  @Override
  public String toText() {
    int width = rows.stream().mapToInt(row -> row.group().length()).max().orElse(0);
    String name = "%-" + Math.max(8, width) + "s  %8s";
    StringBuilder text = new StringBuilder();
    text.append(
        "UAR %s with all %d features%s\n\n"
            .formatted(number("%.3f", uar), features, of(interval, "%.3f")));
    text.append(name.formatted("group", "features"));
    text.append("  permuted: loss ± deviation (95 %)\n");
    for (Row row : rows) {
      text.append(name.formatted(row.group(), row.features()));
      text.append("  ").append(words(row.permuted(), row.deviation())).append('\n');
    }
    if (rows.stream().anyMatch(row -> row.without() != null)) {
      text.append('\n').append(name.formatted("group", "features"));
      text.append("  %-42s  %s\n".formatted("fitted without it: loss (95 %)", "alone: UAR"));
      for (Row row : rows) {
        text.append(name.formatted(row.group(), row.features()));
        Change alone = row.alone();
        text.append(
            "  %-42s  %s\n"
                .formatted(
                    words(row.without(), Double.NaN),
                    alone == null ? "" : number("%.3f", alone.uar())));
      }
    }
    return text.append(method()).toString();
  }

  private static String words(@Nullable Change change, double deviation) {
    if (change == null) {
      return "";
    }
    String spread = Double.isNaN(deviation) ? "" : " ± " + number("%.3f", deviation);
    return number("%+.3f", change.loss()) + spread + of(change.interval(), "%+.3f");
  }

  private static String of(@Nullable Interval interval, String format) {
    return interval == null
        ? ""
        : " (" + number(format, interval.lower()) + " … " + number(format, interval.upper()) + ")";
  }

  private String method() {
    return """

        %s: %d answers about validation clips of %d speakers%s, %s, %d permutations of each group with each.
        Deviation over permutations and seeds; intervals by paired bootstrap over speakers. No test clip was heard.
        """
        .formatted(
            recipe, answers, speakers, Seeds.heard(sharedSpeakers), Seeds.words(seeds), repeats);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toJson() {
    return StrictJson.writeIndented(this);
  }

  /** As CSV, a row for each group; cells of what was not done are empty. */
  public String toCsv() {
    StringBuilder text =
        new StringBuilder(
            "group,features,permutedLoss,deviation,permutedLower,permutedUpper,"
                + "withoutLoss,withoutLower,withoutUpper,aloneUar\n");
    for (Row row : rows) {
      Change alone = row.alone();
      text.append("\"%s\",%d,".formatted(row.group(), row.features()))
          .append(loss(row.permuted()))
          .append(',')
          .append(number("%.4f", row.deviation()))
          .append(',')
          .append(ends(row.permuted()))
          .append(',')
          .append(loss(row.without()))
          .append(',')
          .append(ends(row.without()))
          .append(',')
          .append(alone == null ? "" : number("%.4f", alone.uar()))
          .append('\n');
    }
    return text.toString();
  }

  private static String loss(@Nullable Change change) {
    return change == null ? "" : number("%.4f", change.loss());
  }

  private static String ends(@Nullable Change change) {
    Interval interval = change == null ? null : change.interval();
    return interval == null
        ? ","
        : number("%.4f", interval.lower()) + "," + number("%.4f", interval.upper());
  }
}
