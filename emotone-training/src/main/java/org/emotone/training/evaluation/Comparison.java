package org.emotone.training.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several models on the same clips: their figures, their spread (which is that of the seeds if they
 * differ in nothing else), and whether each differs from the first by more than chance.
 *
 * @param evaluations of each model
 * @param spread mean and standard deviation of each figure over the models
 * @param againstFirst the test of each model but the first against the first one
 */
public record Comparison(
    List<Evaluation> evaluations, Map<String, Spread> spread, List<McNemar> againstFirst) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Compares models.
   *
   * @param evaluations of at least two
   * @param judgements of each, clip by clip
   * @throws IllegalArgumentException if they were not measured on the same clips, in one line
   */
  public static Comparison of(List<Evaluation> evaluations, List<List<Judgement>> judgements) {
    Map<String, Spread> spread = Spread.of(evaluations);
    List<McNemar> tests = new ArrayList<>();
    for (List<Judgement> other : judgements.subList(1, judgements.size())) {
      McNemar test = McNemar.of(judgements.get(0), other);
      if (test.clips() != evaluations.get(0).clips()) {
        throw new IllegalArgumentException(
            "the models were measured on different clips, of which only "
                + test.clips()
                + " are the same; measure them all with --all, or on the same fold");
      }
      tests.add(test);
    }
    return new Comparison(evaluations, spread, tests);
  }

  /** As indented JSON. */
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("models", evaluations);
    all.put("spread", spread);
    all.put("againstFirst", againstFirst);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a table to be read, ending with a line break. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    Conditions conditions = evaluations.get(0).conditions();
    text.append(
        "%d clips of %s, %s\n\n"
            .formatted(
                evaluations.get(0).clips(),
                String.join(", ", conditions.corpora()),
                conditions.protocol()));
    models(text);
    text.append("\nmean ± standard deviation of the %d models\n".formatted(evaluations.size()));
    spread.forEach((name, figure) -> text.append("  %-18s %s\n".formatted(name, figure.words())));
    for (int i = 0; i < againstFirst.size(); i++) {
      text.append(
          "\n%s against the first, %s\n  %s\n"
              .formatted(
                  evaluations.get(i + 1).conditions().model(),
                  conditions.model(),
                  againstFirst.get(i).words()));
    }
    return text.toString();
  }

  private void models(StringBuilder text) {
    int width = evaluations.stream().mapToInt(e -> e.conditions().model().length()).max().orElse(0);
    String row = "%-" + Math.max(10, width) + "s  %6s  %6s  %6s  %8s  %6s  %s\n";
    text.append(row.formatted("model", "UAR", "WA", "F1", "log-loss", "ECE", "overlap"));
    for (Evaluation e : evaluations) {
      text.append(
          row.formatted(
              e.conditions().model(),
              number(e.uar()),
              number(e.accuracy()),
              number(e.macroF1()),
              number(e.logLoss()),
              number(e.calibrationError()),
              e.conditions().overlap()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
