package org.emotone.training.engine;

import java.util.SplittableRandom;

/**
 * Stretches the frequency axis of a crop, as a longer or shorter vocal tract would (vocal tract
 * length perturbation: Jaitly and Hinton, 2013), by linear interpolation between its coefficients.
 * Makes sense for coefficients that lie along frequency, such as mel bands.
 */
final class FrequencyStretch {

  private FrequencyStretch() {}

  /**
   * Stretches all frames by one factor from {@code 1 − most} to {@code 1 + most}; what a stretched
   * axis leaves empty takes the value of the last coefficient.
   *
   * @param features {@code [frames][coefficients]} from {@code offset} on
   */
  static void apply(
      double most,
      SplittableRandom random,
      float[] features,
      int offset,
      int frames,
      int coefficients) {
    double step = 1 / (1 + most * (2 * random.nextDouble() - 1));
    float[] frame = new float[coefficients];
    for (int t = 0; t < frames; t++) {
      int start = offset + t * coefficients;
      System.arraycopy(features, start, frame, 0, coefficients);
      for (int c = 0; c < coefficients; c++) {
        double position = Math.min(c * step, coefficients - 1);
        int below = (int) position;
        int above = Math.min(below + 1, coefficients - 1);
        features[start + c] =
            (float) (frame[below] + (position - below) * (frame[above] - frame[below]));
      }
    }
  }
}
