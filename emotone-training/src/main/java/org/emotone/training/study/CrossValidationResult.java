package org.emotone.training.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Spread;

/**
 * What a recipe reaches over all folds of its split.
 *
 * @param recipe its name
 * @param seeds what each seed came to
 * @param pooled the figures of all tests together; with several seeds each clip counts as often
 */
public record CrossValidationResult(String recipe, List<Seed> seeds, Evaluation pooled)
    implements StudyResult {

  private static final String ROW = "%-10s  %-15s  %-15s  %-15s  %s\n";

  /** Copies the list. */
  public CrossValidationResult {
    seeds = List.copyOf(seeds);
  }

  /**
   * All folds with one seed.
   *
   * @param folds figures of each fold
   * @param pooled the figures of all folds together, in which each clip counts once
   */
  public record Seed(long seed, List<Evaluation> folds, Evaluation pooled) {

    /** Copies the list. */
    public Seed {
      folds = List.copyOf(folds);
    }
  }

  /** Number of folds. */
  public int folds() {
    return seeds.get(0).folds().size();
  }

  /** A figure of one fold over the seeds. */
  Spread ofFold(int fold, ToDoubleFunction<Evaluation> figure) {
    return Spread.of(
        seeds.stream().mapToDouble(s -> figure.applyAsDouble(s.folds().get(fold))).toArray());
  }

  /** A figure over the folds, of each the mean over the seeds. */
  public Spread overFolds(ToDoubleFunction<Evaluation> figure) {
    double[] means = new double[folds()];
    for (int fold = 0; fold < means.length; fold++) {
      means[fold] = ofFold(fold, figure).mean();
    }
    return Spread.of(means);
  }

  /** A figure of all folds together over the seeds. */
  public Spread overSeeds(ToDoubleFunction<Evaluation> figure) {
    return Spread.of(seeds.stream().mapToDouble(s -> figure.applyAsDouble(s.pooled())).toArray());
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d folds, %s; mean ± standard deviation%n%n"
            .formatted(recipe, folds(), seeds.size() == 1 ? "1 seed" : seeds.size() + " seeds"));
    text.append(ROW.formatted("", "UAR", "WA", "macro-F1", "clips"));
    for (int fold = 0; fold < folds(); fold++) {
      int own = fold;
      int clips = seeds.get(0).folds().get(fold).clips();
      text.append(row("fold " + (fold + 1), clips, figure -> ofFold(own, figure)));
    }
    text.append(row("over folds", pooled.clips() / seeds.size(), this::overFolds));
    text.append(row("together", pooled.clips() / seeds.size(), this::overSeeds));
    Interval interval = pooled.uarInterval();
    if (interval != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nUAR together %.3f, %.0f %%: %.3f … %.3f (%s)%n",
              pooled.uar(),
              100 * interval.level(),
              interval.lower(),
              interval.upper(),
              interval.method()));
    }
    return text.append('\n').append(pooled.toText()).toString();
  }

  /** Spread of a figure. */
  private interface Over {
    Spread of(ToDoubleFunction<Evaluation> figure);
  }

  private String row(String name, int clips, Over over) {
    boolean one = seeds.size() == 1 && !name.equals("over folds");
    List<String> cells = new ArrayList<>();
    List<ToDoubleFunction<Evaluation>> figures =
        List.of(Evaluation::uar, Evaluation::accuracy, Evaluation::macroF1);
    for (ToDoubleFunction<Evaluation> figure : figures) {
      Spread spread = over.of(figure);
      cells.add(one ? String.format(Locale.ROOT, "%.3f", spread.mean()) : spread.words());
    }
    return ROW.formatted(name, cells.get(0), cells.get(1), cells.get(2), clips);
  }

  @Override
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("recipe", recipe);
    Map<String, Object> overFolds = new LinkedHashMap<>();
    Map<String, Object> overSeeds = new LinkedHashMap<>();
    Map<String, ToDoubleFunction<Evaluation>> figures = new LinkedHashMap<>();
    figures.put("uar", Evaluation::uar);
    figures.put("accuracy", Evaluation::accuracy);
    figures.put("macroF1", Evaluation::macroF1);
    figures.put("logLoss", Evaluation::logLoss);
    figures.put("calibrationError", Evaluation::calibrationError);
    figures.forEach(
        (name, figure) -> {
          overFolds.put(name, overFolds(figure));
          overSeeds.put(name, overSeeds(figure));
        });
    all.put("overFolds", overFolds);
    all.put("overSeeds", overSeeds);
    all.put("seeds", seeds);
    all.put("pooled", pooled);
    return StrictJson.writeIndented(all);
  }
}
