package org.emotone.explain;

import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;

/**
 * What stands in for a part of the input that is taken away: for features over time the mean of
 * each coefficient over the clip, for a clip that is a single row the value 0, which a scaler gives
 * to the centre of the training.
 */
final class Background {

  private final FeatureMatrix features;
  private final float[] means;

  private Background(FeatureMatrix features, float[] means) {
    this.features = features;
    this.means = means;
  }

  /**
   * That of a clip.
   *
   * @throws IllegalArgumentException if it is a single row that nothing has scaled, so that nobody
   *     knows what is usual
   */
  static Background of(FrontEnd frontEnd, FeatureMatrix features) {
    float[] means = new float[features.coefficients()];
    if (features.frames() > 1) {
      for (int i = 0; i < means.length; i++) {
        double sum = 0;
        for (int frame = 0; frame < features.frames(); frame++) {
          sum += features.get(frame, i);
        }
        means[i] = (float) (sum / features.frames());
      }
    } else if (frontEnd.scaler() == null) {
      throw new IllegalArgumentException(
          "the model hears a clip as one row of values that nothing has scaled, so it cannot be"
              + " said what is usual and what is not; models with a scaler can be explained");
    }
    return new Background(features, means);
  }

  /** The features without a rectangle of them. */
  FeatureMatrix without(int frame, int frames, int coefficient, int coefficients) {
    float[] values = features.values().clone();
    int columns = features.coefficients();
    for (int row = frame; row < Math.min(features.frames(), frame + frames); row++) {
      for (int i = coefficient; i < Math.min(columns, coefficient + coefficients); i++) {
        values[row * columns + i] = means[i];
      }
    }
    return new FeatureMatrix(values, features.frames(), columns);
  }

  /** The features without some cells, a flag for each, row after row. */
  FeatureMatrix without(boolean[] cells) {
    float[] values = features.values().clone();
    int columns = features.coefficients();
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell]) {
        values[cell] = means[cell % columns];
      }
    }
    return new FeatureMatrix(values, features.frames(), columns);
  }
}
