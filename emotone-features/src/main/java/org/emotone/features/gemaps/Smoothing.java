package org.emotone.features.gemaps;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Moving averages over three frames, as openSMILE's {@code sma3} and {@code sma3nz} define them.
 */
final class Smoothing {

  private Smoothing() {}

  /** The mean of a frame and its two neighbours; at the ends the frame itself counts twice. */
  static double[] all(double[] values) {
    int last = values.length - 1;
    double[] smooth = new double[values.length];
    for (int i = 0; i <= last; i++) {
      double before = values[Math.max(0, i - 1)];
      smooth[i] = (before + values[i] + values[Math.min(last, i + 1)]) / 3;
    }
    return smooth;
  }

  /**
   * The mean of a frame and its neighbours as far as they are not 0; what is 0 stays 0.
   *
   * @param frames how many of the values are taken
   * @param chosen frames that count; the others are 0
   */
  static double[] nonZero(double[] values, int frames, IntPredicate chosen) {
    double[] smooth = new double[frames];
    for (int i = 0; i < frames; i++) {
      if (chosen.test(i) && values[i] != 0) {
        double sum = 0;
        int count = 0;
        for (int k = Math.max(0, i - 1); k <= Math.min(frames - 1, i + 1); k++) {
          if (chosen.test(k) && values[k] != 0) {
            sum += values[k];
            count++;
          }
        }
        smooth[i] = sum / count;
      }
    }
    return smooth;
  }

  /** The values that are not 0, in their order. */
  static double[] withoutZeros(double[] values) {
    double[] kept = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (value != 0) {
        kept[count++] = value;
      }
    }
    return Arrays.copyOf(kept, count);
  }
}
