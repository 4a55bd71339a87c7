package org.emotone.training.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.McNemar;
import org.jspecify.annotations.Nullable;

/**
 * Runs side by side.
 *
 * @param runs at least two
 * @param figures each figure by its name, with its value in every run; null where a run has none
 * @param differences keys of the recipes whose values are not the same in all, with the value in
 *     every run, empty where a recipe does not have the key
 * @param againstFirst for each run but the first, whether it differs from the first by more than
 *     chance on the clips that both were measured on; null where there are none
 */
public record RunComparison(
    List<RecordedRun> runs,
    Map<String, List<@Nullable Double>> figures,
    Map<String, List<String>> differences,
    List<@Nullable McNemar> againstFirst) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies the list of runs. */
  public RunComparison {
    runs = List.copyOf(runs);
  }

  /**
   * Compares runs.
   *
   * @throws IllegalArgumentException if there are fewer than two
   * @throws IOException if predictions cannot be read
   */
  public static RunComparison of(List<RecordedRun> runs) throws IOException {
    if (runs.size() < 2) {
      throw new IllegalArgumentException("two runs at least are needed to compare");
    }
    List<@Nullable McNemar> tests = new ArrayList<>();
    List<Judgement> first = runs.get(0).judgements();
    for (RecordedRun other : runs.subList(1, runs.size())) {
      tests.add(sameClasses(runs.get(0), other) ? test(first, other.judgements()) : null);
    }
    return new RunComparison(
        runs,
        figures(runs),
        RecipeDifferences.of(runs.stream().map(RecordedRun::recipe).toList()),
        Collections.unmodifiableList(tests));
  }

  private static boolean sameClasses(RecordedRun one, RecordedRun other) {
    Evaluation first = one.evaluation();
    Evaluation second = other.evaluation();
    return first != null
        && second != null
        && first.confusion().labels().equals(second.confusion().labels());
  }

  private static @Nullable McNemar test(List<Judgement> first, List<Judgement> second) {
    try {
      return McNemar.of(first, second);
    } catch (IllegalArgumentException e) {
      // There is no clip that both were measured on, so there is nothing to compare.
      return null;
    }
  }

  /** A figure of a finished run. */
  private interface Figure {
    @Nullable Double of(Evaluation evaluation);
  }

  private static Map<String, List<@Nullable Double>> figures(List<RecordedRun> runs) {
    Map<String, Figure> kinds = new LinkedHashMap<>();
    kinds.put("UAR", Evaluation::uar);
    kinds.put("accuracy", Evaluation::accuracy);
    kinds.put("macro-F1", Evaluation::macroF1);
    kinds.put("top-2", Evaluation::topTwo);
    kinds.put("AUC (mean)", Evaluation::meanAuc);
    kinds.put("log-loss", Evaluation::logLoss);
    kinds.put("Brier", Evaluation::brier);
    kinds.put("ECE", Evaluation::calibrationError);
    Map<String, List<@Nullable Double>> figures = new LinkedHashMap<>();
    kinds.forEach((name, figure) -> figures.put(name, of(runs, figure)));
    for (String label : classes(runs)) {
      figures.put("recall of " + label, of(runs, evaluation -> recall(evaluation, label)));
    }
    return Collections.unmodifiableMap(figures);
  }

  private static List<@Nullable Double> of(List<RecordedRun> runs, Figure figure) {
    List<@Nullable Double> values = new ArrayList<>();
    for (RecordedRun run : runs) {
      Evaluation evaluation = run.evaluation();
      values.add(evaluation == null ? null : figure.of(evaluation));
    }
    return values;
  }

  /** The classes that any run tells apart. */
  private static List<String> classes(List<RecordedRun> runs) {
    return runs.stream()
        .map(RecordedRun::evaluation)
        .filter(Objects::nonNull)
        .flatMap(evaluation -> evaluation.confusion().labels().stream())
        .distinct()
        .toList();
  }

  private static @Nullable Double recall(Evaluation evaluation, String label) {
    int index = evaluation.confusion().labels().indexOf(label);
    return index < 0 || evaluation.confusion().support(index) == 0
        ? null
        : (Double) evaluation.confusion().score(index).recall();
  }

  /** As indented JSON: the runs as {@link RunRow}, figures, differences and tests. */
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("runs", runs.stream().map(RunRow::of).toList());
    all.put("figures", figures);
    all.put("differences", differences);
    all.put("againstFirst", againstFirst);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
