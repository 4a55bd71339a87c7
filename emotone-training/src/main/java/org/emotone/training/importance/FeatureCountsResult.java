package org.emotone.training.importance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * How well a classifier knows its training clips and others, by the number of its features.
 *
 * @param recipe its name
 * @param rows first all counts of the one order, then of the other
 * @param answers about validation clips for each row, over all seeds
 * @param speakers of these clips
 * @param sharedSpeakers of these, how many the training had heard at most
 * @param seeds that it was done with
 */
public record FeatureCountsResult(
    String recipe, List<Row> rows, int answers, int speakers, int sharedSpeakers, List<Long> seeds)
    implements StudyResult {

  /** Copies the lists. */
  public FeatureCountsResult {
    rows = List.copyOf(rows);
    seeds = List.copyOf(seeds);
  }

  /**
   * One order and count.
   *
   * @param order how the features were chosen
   * @param features how many
   * @param train UAR on the training clips, mean over the seeds
   * @param deviation of that over the seeds
   * @param heldOut UAR on the validation clips, of all seeds together
   * @param interval of that over speakers, null where there are fewer than two
   * @param groups share of the features that is of each group, over all seeds, the largest first
   */
  public record Row(
      FeatureCounts.Order order,
      int features,
      double train,
      double deviation,
      double heldOut,
      @Nullable Interval interval,
      Map<String, Double> groups) {

    /** Copies the shares. */
    public Row {
      groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** What is known of the training clips and of no others. */
    public double gap() {
      return train - heldOut;
    }
  }

  /** The rows of an order. */
  public List<Row> of(FeatureCounts.Order order) {
    return rows.stream().filter(row -> row.order() == order).toList();
  }

  @Override
  public String toText() {
    String line = "%8s  %-16s  %-15s  %-23s  %s\n";
    StringBuilder text = new StringBuilder();
    text.append(
        line.formatted("features", "chosen", "training UAR", "other speakers (95 %)", "gap"));
    for (Row row : rows) {
      Interval interval = row.interval();
      String ends =
          interval == null
              ? ""
              : " (%s … %s)".formatted(number(interval.lower()), number(interval.upper()));
      text.append(
          line.formatted(
              row.features(),
              words(row.order()),
              number(row.train()) + " ± " + number(row.deviation()),
              number(row.heldOut()) + ends,
              number(row.gap())));
    }
    text.append("\nwhat the most informative are\n");
    for (Row row : of(FeatureCounts.Order.INFORMATIVE)) {
      List<String> shares = new ArrayList<>();
      row.groups()
          .forEach(
              (group, share) ->
                  shares.add(group + String.format(Locale.ROOT, " %.0f %%", 100 * share)));
      text.append("%8d  %s\n".formatted(row.features(), String.join(", ", shares)));
    }
    return text.append(method()).toString();
  }

  private String method() {
    return """

        %s: UAR of %d answers about validation clips of %d speakers%s, %s.
        ± over seeds; intervals by bootstrap over speakers. Features were chosen on the training clips. No test clip was heard.
        """
        .formatted(recipe, answers, speakers, Seeds.heard(sharedSpeakers), Seeds.words(seeds));
  }

  /** How features are chosen, in words. */
  public static String words(FeatureCounts.Order order) {
    return order == FeatureCounts.Order.INFORMATIVE ? "most informative" : "at random";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  public String toJson() {
    return StrictJson.writeIndented(this);
  }

  /** As CSV, a row for each order and count. */
  public String toCsv() {
    StringBuilder text =
        new StringBuilder("order,features,trainUar,trainDeviation,uar,lower,upper\n");
    for (Row row : rows) {
      Interval interval = row.interval();
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%.4f,%.4f,%.4f,",
              row.order().name().toLowerCase(Locale.ROOT),
              row.features(),
              row.train(),
              row.deviation(),
              row.heldOut()));
      text.append(
          interval == null
              ? ",\n"
              : String.format(Locale.ROOT, "%.4f,%.4f\n", interval.lower(), interval.upper()));
    }
    return text.toString();
  }
}
