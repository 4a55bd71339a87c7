package org.emotone.features;

import java.util.Arrays;

/** Matrices below each other. */
final class Rows {

  private Rows() {}

  static FeatureMatrix joined(FeatureMatrix first, FeatureMatrix second) {
    float[] values = Arrays.copyOf(first.values(), first.values().length + second.values().length);
    System.arraycopy(second.values(), 0, values, first.values().length, second.values().length);
    return new FeatureMatrix(values, first.frames() + second.frames(), first.coefficients());
  }
}
