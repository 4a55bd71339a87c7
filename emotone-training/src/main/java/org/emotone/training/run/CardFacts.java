package org.emotone.training.run;

import java.util.List;
import org.emotone.Manifest;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What a model card has to tell.
 *
 * @param manifest of the model
 * @param recipe that it was trained by
 * @param corpora what it was trained and measured on
 * @param evaluation figures on the test, or on the validation where there is no test; null if there
 *     is neither
 * @param measuredOnValidation whether the figures are of the speakers that the best epoch was
 *     chosen on, and so too good
 * @param uncalibratedError expected calibration error of the evaluated clips before calibration
 * @param bestEpoch the epoch that was kept, from 1
 * @param epochs that were trained
 */
public record CardFacts(
    Manifest manifest,
    Recipe recipe,
    List<Source> corpora,
    @Nullable Evaluation evaluation,
    boolean measuredOnValidation,
    double uncalibratedError,
    int bestEpoch,
    int epochs) {

  /** Copies the list. */
  public CardFacts {
    corpora = List.copyOf(corpora);
  }

  /** What was kept, in words; see {@link RunRecord#keptWords}. */
  public String keptWords() {
    return RunRecord.keptWords(recipe, bestEpoch, epochs);
  }

  /**
   * One corpus.
   *
   * @param id of the corpus
   * @param title its full name
   * @param licence as its publisher states it
   * @param trainingClips that the network learned from
   * @param validationClips that the best epoch and the calibration were chosen on
   * @param testClips that were measured
   * @param trainingSpeakers speakers of the training and validation clips
   * @param testSpeakers speakers of the test clips
   */
  public record Source(
      String id,
      String title,
      String licence,
      int trainingClips,
      int validationClips,
      int testClips,
      int trainingSpeakers,
      int testSpeakers) {}
}
