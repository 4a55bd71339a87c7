package org.emotone.training.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A figure over several runs of one experiment, which differ in their seeds.
 *
 * @param mean over the runs
 * @param deviation standard deviation of the runs (with n − 1), 0 for one
 * @param runs number of runs
 */
public record Spread(double mean, double deviation, int runs) {

  /** The spread of values. */
  public static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    return new Spread(mean, deviation, values.length);
  }

  /**
   * The spread of each figure.
   *
   * @param runs at least one, measured on the same clips
   * @throws IllegalArgumentException if they were not, as their numbers of clips and protocols tell
   */
  public static Map<String, Spread> of(List<Evaluation> runs) {
    Evaluation first = runs.get(0);
    for (Evaluation run : runs) {
      boolean same =
          run.clips() == first.clips()
              && run.conditions().corpora().equals(first.conditions().corpora())
              && run.conditions().protocol().equals(first.conditions().protocol());
      if (!same) {
        throw new IllegalArgumentException(
            "figures of different clips have no mean: %s was measured on %d clips (%s), %s on %d (%s)"
                .formatted(
                    first.conditions().model(),
                    first.clips(),
                    first.conditions().protocol(),
                    run.conditions().model(),
                    run.clips(),
                    run.conditions().protocol()));
      }
    }
    Map<String, Spread> spreads = new LinkedHashMap<>();
    figures().forEach((name, figure) -> spreads.put(name, over(runs, figure)));
    return spreads;
  }

  private static Map<String, ToDoubleFunction<Evaluation>> figures() {
    Map<String, ToDoubleFunction<Evaluation>> figures = new LinkedHashMap<>();
    figures.put("uar", Evaluation::uar);
    figures.put("accuracy", Evaluation::accuracy);
    figures.put("macroF1", Evaluation::macroF1);
    figures.put("topTwo", Evaluation::topTwo);
    figures.put("logLoss", Evaluation::logLoss);
    figures.put("brier", Evaluation::brier);
    figures.put("calibrationError", Evaluation::calibrationError);
    return figures;
  }

  private static Spread over(List<Evaluation> runs, ToDoubleFunction<Evaluation> figure) {
    return of(runs.stream().mapToDouble(figure).toArray());
  }

  /** As {@code 0.623 ± 0.012}. */
  public String words() {
    return String.format(Locale.ROOT, "%.3f ± %.3f", mean, deviation);
  }
}
