package org.emotone.training.study;

import java.util.List;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;

/** Several folds as one test. */
final class Pooling {

  private Pooling() {}

  /** The figures of several folds as if they were one. */
  static Evaluation of(
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
