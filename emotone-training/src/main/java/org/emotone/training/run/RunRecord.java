package org.emotone.training.run;

import java.util.List;
import org.emotone.training.classical.Classifier;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param folder its files
 * @param recipe what it did
 * @param history of its epochs
 * @param bestEpoch the epoch that was kept, from 1; 0 if none ended
 * @param interrupted whether it was stopped; then it can be resumed, and there is no model
 * @param evaluation figures on the test, or on the validation where there is no test; null if
 *     interrupted or if there is neither
 */
public record RunRecord(
    RunFolder folder,
    Recipe recipe,
    List<EpochMetrics> history,
    int bestEpoch,
    boolean interrupted,
    @Nullable Evaluation evaluation) {

  /** Copies the list. */
  public RunRecord {
    history = List.copyOf(history);
  }

  /** What was kept, in words, such as {@code best epoch 31 of 70}. */
  public String keptWords() {
    return keptWords(recipe, bestEpoch, history.size());
  }

  static String keptWords(Recipe recipe, int best, int all) {
    Classifier classifier = recipe.classifier();
    if (classifier == null) {
      return "best epoch %d of %d".formatted(best, all);
    }
    String words = classifier.words().get(best - 1);
    return all == 1 ? words : words + ", the best of " + all + " on the validation";
  }
}
