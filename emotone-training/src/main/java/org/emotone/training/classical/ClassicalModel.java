package org.emotone.training.classical;

import org.emotone.features.FeatureMatrix;

/**
 * A fitted classifier. Its scores are logits up to a temperature: their softmax gives
 * probabilities, once calibrated.
 */
public sealed interface ClassicalModel
    permits LinearModel,
        GaussianModel,
        SvmModel,
        TreeModel,
        NeighbourModel,
        AveragedModel,
        HmmModel {

  /** Number of values of a frame that it reads. */
  int coefficients();

  /** Number of classes. */
  int classes();

  /** How many numbers were learned or are kept. */
  long parameters();

  /**
   * The score of each class.
   *
   * @param clip {@code [frames][coefficients]}
   */
  double[] scores(FeatureMatrix clip);

  /**
   * Adds the computation to a graph.
   *
   * @param graph whose input it reads
   * @return name of the scores, {@code [batch][classes]} in double precision
   */
  String write(ScoreGraph graph);

  /** A score below all others by far, of classes that no clip had. */
  double NEVER = -50;
}
