package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the features of a clip are centred and scaled.
 *
 * <p>A deviation below {@value #DEVIATION_FLOOR} is taken as {@value #DEVIATION_FLOOR}, so that a
 * constant clip (silence) becomes zeros and its rounding errors are not blown up.
 */
public enum Normalisation {
  /** Not at all. */
  @JsonProperty("none")
  NONE,
  /** One mean and one deviation over all values of the clip. */
  @JsonProperty("perClip")
  PER_CLIP,
  /** A mean and a deviation of each coefficient over the clip. */
  @JsonProperty("perBand")
  PER_BAND;

  /** Smallest standard deviation that is divided by, in units of the feature. */
  public static final double DEVIATION_FLOOR = 1e-3;

  /** The normalised features; the given ones are not changed. */
  public FeatureMatrix apply(FeatureMatrix features) {
    if (this == NONE || features.frames() == 0) {
      return features;
    }
    float[] values = features.values().clone();
    int columns = this == PER_CLIP ? 1 : features.coefficients();
    for (int column = 0; column < columns; column++) {
      normalise(values, column, columns);
    }
    return new FeatureMatrix(values, features.frames(), features.coefficients());
  }

  private static void normalise(float[] values, int from, int step) {
    int count = values.length / step;
    double sum = 0;
    for (int i = from; i < values.length; i += step) {
      sum += values[i];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = from; i < values.length; i += step) {
      double difference = values[i] - mean;
      squares += difference * difference;
    }
    double scale = 1 / Math.max(DEVIATION_FLOOR, Math.sqrt(squares / count));
    for (int i = from; i < values.length; i += step) {
      values[i] = (float) ((values[i] - mean) * scale);
    }
  }
}
