package org.emotone.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotone.features.StrictJson;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * What a search has tried.
 *
 * @param plan what it was to try
 * @param recipe the name of its recipe
 * @param trials in the order in which they were tried
 */
public record SearchResult(SearchPlan plan, String recipe, List<Trial> trials)
    implements StudyResult {

  private static final int SHOWN = 5;

  /** Copies the list. */
  public SearchResult {
    trials = List.copyOf(trials);
  }

  /**
   * Trials that did not fail, the best first. Those that were trained for more epochs stand before
   * all that were not, since only figures of the same number can be compared.
   */
  public List<Trial> ranking() {
    double sign = plan.objective().rises() ? -1 : 1;
    return trials.stream()
        .filter(trial -> trial.score() != null)
        .sorted(
            Comparator.comparingInt(SearchResult::rank)
                .thenComparingDouble(trial -> sign * score(trial)))
        .toList();
  }

  /** A searched number of epochs is a value like any other; that of halving is a round. */
  private static int rank(Trial trial) {
    return trial.values().containsKey("training.epochs") ? 0 : -trial.epochs();
  }

  private static double score(Trial trial) {
    Double score = trial.score();
    return score == null ? Double.NaN : score;
  }

  /** The best trial, if not all failed. */
  public Optional<Trial> best() {
    return ranking().stream().findFirst();
  }

  /** {@code trials.csv}: a row for each trial. */
  public String toCsv() {
    StringBuilder text = new StringBuilder("trial,score,epochs");
    plan.space().keySet().forEach(path -> text.append(',').append(quoted(path)));
    text.append(",failure\n");
    for (Trial trial : trials) {
      text.append(trial.number()).append(',').append(number(trial.score()));
      text.append(',').append(trial.epochs());
      trial.values().values().forEach(value -> text.append(',').append(quoted(words(value))));
      @Nullable String failure = trial.failure();
      text.append(',').append(failure == null ? "" : quoted(failure)).append('\n');
    }
    return text.toString();
  }

  private static String number(@Nullable Double score) {
    return score == null ? "" : String.format(Locale.ROOT, "%.6f", score);
  }

  /** A value as a recipe would have it. */
  public static String words(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    List<Trial> ranking = ranking();
    text.append(
        "%s: %d trials, %d failed; %s on the validation, the test was left alone%n"
            .formatted(
                recipe, trials.size(), trials.size() - ranking.size(), plan.objective().words()));
    for (Trial trial : ranking.subList(0, Math.min(SHOWN, ranking.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%.4f  trial %d, %d epochs%n",
              score(trial),
              trial.number(),
              trial.epochs()));
      trial
          .values()
          .forEach((path, value) -> text.append("        %s: %s%n".formatted(path, words(value))));
    }
    return text.toString();
  }

  @Override
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("recipe", recipe);
    all.put("method", plan.method());
    all.put("objective", plan.objective());
    best().ifPresent(trial -> all.put("best", trial.number()));
    all.put("trials", new ArrayList<>(trials));
    return StrictJson.writeIndented(all);
  }
}
