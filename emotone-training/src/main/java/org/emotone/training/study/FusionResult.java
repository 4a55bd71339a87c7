package org.emotone.training.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.McNemar;
import org.emotone.training.evaluation.Spread;

/**
 * What recognisers reach together, beside what each reaches alone.
 *
 * @param method how they were joined
 * @param alone the figures of each branch
 * @param best index of the branch with the best UAR of all tests together
 * @param fused the figures of the fusion
 * @param weights of the branches in each run; empty rows where there are none
 * @param tests for each seed, whether the best branch or the fusion is right more often
 */
public record FusionResult(
    FusionMethod method,
    List<CrossValidationResult> alone,
    int best,
    CrossValidationResult fused,
    List<double[]> weights,
    List<McNemar> tests)
    implements StudyResult {

  private static final String ROW = "%-32s  %-15s  %-15s  %-15s  %s%n";

  /** Copies the lists. */
  public FusionResult {
    alone = List.copyOf(alone);
    weights = List.copyOf(weights);
    tests = List.copyOf(tests);
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s of %d cross-validations, %d folds, %d seeds; UAR, mean ± standard deviation%n%n"
            .formatted(fused.recipe(), alone.size(), fused.folds(), fused.seeds().size()));
    text.append(ROW.formatted("", "over folds", "over seeds", "ECE", "95 % over speakers"));
    for (CrossValidationResult branch : alone) {
      text.append(row(branch));
    }
    text.append(row(fused));
    if (weights.get(0).length > 0) {
      text.append("%nmean weights: %s%n".formatted(meanWeights()));
    }
    text.append(
        "%nbest branch (%s, the first) against the fusion (the second)%n"
            .formatted(alone.get(best).recipe()));
    for (int seed = 0; seed < tests.size(); seed++) {
      long own = fused.seeds().get(seed).seed();
      text.append("  seed %d: %s%n".formatted(own, tests.get(seed).words()));
    }
    return text.append('\n').append(fused.pooled().toText()).toString();
  }

  private static String row(CrossValidationResult result) {
    var interval = result.pooled().uarInterval();
    Spread error = result.overSeeds(Evaluation::calibrationError);
    return ROW.formatted(
        result.recipe(),
        result.overFolds(Evaluation::uar).words(),
        result.overSeeds(Evaluation::uar).words(),
        error.words(),
        interval == null
            ? ""
            : String.format(Locale.ROOT, "%.3f … %.3f", interval.lower(), interval.upper()));
  }

  private String meanWeights() {
    List<String> words = new ArrayList<>();
    for (int branch = 0; branch < alone.size(); branch++) {
      int own = branch;
      double mean = weights.stream().mapToDouble(row -> row[own]).average().orElse(0);
      words.add(String.format(Locale.ROOT, "%s %.2f", alone.get(branch).recipe(), mean));
    }
    return String.join(", ", words);
  }

  @Override
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("method", method.id());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("uarOverFolds", fused.overFolds(Evaluation::uar));
    figures.put("uarOverSeeds", fused.overSeeds(Evaluation::uar));
    figures.put("pooled", fused.pooled());
    all.put("fused", figures);
    List<Map<String, Object>> branches = new ArrayList<>();
    for (CrossValidationResult branch : alone) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("recipe", branch.recipe());
      own.put("uarOverFolds", branch.overFolds(Evaluation::uar));
      own.put("uarOverSeeds", branch.overSeeds(Evaluation::uar));
      branches.add(own);
    }
    all.put("alone", branches);
    all.put("weights", weights.stream().map(row -> Arrays.stream(row).boxed().toList()).toList());
    all.put("mcNemar", tests);
    return StrictJson.writeIndented(all);
  }
}
