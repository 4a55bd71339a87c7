package org.emotone.training.run;

import org.emotone.corpus.split.Split;
import org.emotone.features.FrontEnd;
import org.emotone.features.scaling.Scaler;
import org.emotone.training.cache.Features;
import org.emotone.training.cache.ScalerFitting;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.ScalerChoice;

/**
 * Features as a recipe scales them, and the front-end that scales a clip so in serving.
 *
 * @param features of all clips, scaled
 * @param frontEnd the recipe's, with what was fitted
 */
record Scaling(Features features, FrontEnd frontEnd) {

  /**
   * Fits on the training part of a split, and scales.
   *
   * @throws TrainingException if it cannot be fitted, in one line
   */
  static Scaling of(Recipe recipe, Features features, Split split) {
    ScalerChoice choice = recipe.scaler();
    if (choice == null) {
      return new Scaling(features, recipe.frontEnd());
    }
    try {
      ScalerFitting fitting = new ScalerFitting(features, split.trainingSet());
      Scaler scaler = fitting.scaler(choice.kind(), choice.clip());
      Features scaled =
          choice.per() == ScalerChoice.Whose.SPEAKER
              ? fitting.perSpeaker(choice.kind(), choice.clip())
              : features.scaled(clip -> scaler);
      Double share = choice.pca();
      if (share == null) {
        return new Scaling(scaled, recipe.frontEnd().withScaler(scaler));
      }
      Scaler components = fitting.components(scaled, share);
      return new Scaling(
          scaled.scaled(clip -> components),
          recipe.frontEnd().withScaler(ScalerFitting.chain(scaler, components)));
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "the scaler of recipe " + recipe.name() + ": " + e.getMessage(), e);
    }
  }

  /** What must be said of figures that were obtained so; empty where there is nothing to say. */
  static String words(Recipe recipe) {
    ScalerChoice choice = recipe.scaler();
    return choice != null && choice.per() == ScalerChoice.Whose.SPEAKER
        ? "; features scaled by each speaker's own statistics, which a single clip cannot have"
        : "";
  }
}
