package org.emotone.training.engine;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws the masks of {@link SpecAugment} and fills them with zero. */
final class Masks {

  private Masks() {}

  /**
   * Masks one example.
   *
   * @param values {@code [frames][coefficients]} from {@code offset} on
   */
  static void apply(
      SpecAugment options,
      SplittableRandom random,
      float[] values,
      int offset,
      int frames,
      int coefficients) {
    for (int i = 0; i < options.frequencyMasks(); i++) {
      int width = random.nextInt(Math.min(options.frequencyWidth(), coefficients) + 1);
      int first = random.nextInt(coefficients - width + 1);
      for (int t = 0; t < frames; t++) {
        int row = offset + t * coefficients;
        Arrays.fill(values, row + first, row + first + width, 0);
      }
    }
    for (int i = 0; i < options.timeMasks(); i++) {
      int width = random.nextInt(Math.min(options.timeWidth(), frames) + 1);
      int first = offset + random.nextInt(frames - width + 1) * coefficients;
      Arrays.fill(values, first, first + width * coefficients, 0);
    }
  }
}
