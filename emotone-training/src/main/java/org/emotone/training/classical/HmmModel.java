package org.emotone.training.classical;

import java.util.List;
import org.emotone.features.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A hidden Markov model for each class; a class' score is its log-likelihood per frame, plus the
 * logarithm of its share spread over the frames of a clip of {@link #FRAMES}.
 *
 * @param models of each class, all of as many states and mixtures; null where no clip had the class
 * @param prior logarithm of the share of each class
 * @param coefficients number of values of a frame
 */
record HmmModel(List<@Nullable HiddenMarkov> models, double[] prior, int coefficients)
    implements ClassicalModel {

  /** A frame says about as much as this many neighbours together, which are much alike. */
  static final double FRAMES = 10;

  @Override
  public int classes() {
    return prior.length;
  }

  @Override
  public long parameters() {
    long sum = 0;
    for (HiddenMarkov model : models) {
      if (model != null) {
        long gaussians = (long) model.states() * model.mixtures();
        sum += gaussians * (2L * coefficients + 1) + (long) model.states() * (model.states() + 1);
      }
    }
    return sum;
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    double[] scores = new double[classes()];
    for (int k = 0; k < scores.length; k++) {
      HiddenMarkov model = models.get(k);
      scores[k] =
          model == null
              ? absent()
              : model.perFrame(clip.values(), clip.frames()) + prior[k] / FRAMES;
    }
    return scores;
  }

  /** Far below what any frame's density can be. */
  static double absent() {
    return -1e6;
  }

  @Override
  public String write(ScoreGraph graph) {
    return new HmmGraph(graph, this).write();
  }
}
