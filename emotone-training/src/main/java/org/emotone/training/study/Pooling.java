package org.emotone.training.study;

import java.util.ArrayList;
import java.util.List;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;

/** Several folds as one test. */
final class Pooling {

  private Pooling() {}

  /**
   * The figures of a cross-validation.
   *
   * @param name what was measured
   * @param recipe of its folds
   * @param evaluations of each run, seed by seed and fold by fold
   * @param judgements of the same runs, clip by clip
   */
  static CrossValidationResult of(
      String name,
      Recipe recipe,
      List<Long> seeds,
      List<Evaluation> evaluations,
      List<List<Judgement>> judgements) {
    int folds = evaluations.size() / seeds.size();
    List<CrossValidationResult.Seed> bySeed = new ArrayList<>();
    for (int seed = 0; seed < seeds.size(); seed++) {
      int from = seed * folds;
      int to = from + folds;
      List<Evaluation> own = evaluations.subList(from, to);
      List<Judgement> together = together(judgements.subList(from, to));
      Evaluation pooled = pooled(recipe, own, together, seeds.get(seed));
      bySeed.add(new CrossValidationResult.Seed(seeds.get(seed), own, pooled));
    }
    Evaluation pooled = pooled(recipe, evaluations, together(judgements), seeds.get(0));
    return new CrossValidationResult(name, bySeed, pooled);
  }

  private static List<Judgement> together(List<List<Judgement>> runs) {
    return runs.stream().flatMap(List::stream).toList();
  }

  /** The figures of several folds as if they were one. */
  private static Evaluation pooled(
      Recipe recipe, List<Evaluation> folds, List<Judgement> judgements, long seed) {
    Conditions first = folds.get(0).conditions();
    int shared = folds.stream().mapToInt(e -> e.conditions().sharedSpeakers()).max().orElse(0);
    String protocol = first.protocol();
    int details = protocol.indexOf(" (");
    Conditions conditions =
        new Conditions(
            recipe.name(),
            recipe.corpora(),
            (details < 0 ? protocol : protocol.substring(0, details))
                + ", "
                + folds.size()
                + " tests together",
            shared == 0
                ? "speaker-independent, 0 speakers shared in any fold"
                : "speaker-dependent, up to " + shared + " speakers shared",
            shared,
            first.dropped(),
            first.unreadable(),
            seed);
    return Evaluation.of(recipe.labels().toScheme().classes(), judgements, conditions);
  }
}
