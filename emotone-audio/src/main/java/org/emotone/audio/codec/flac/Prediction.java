package org.emotone.audio.codec.flac;

/**
 * Linear prediction (RFC 9639, 9.2.6): each sample is what is left over plus the weighted sum of
 * those before it, shifted to the right. The first coefficient weighs the latest sample.
 *
 * <p>The sums of damaged files may overflow; the checksum of the frame tells.
 */
final class Prediction {
  private Prediction() {}

  /** Where sums fit into 32 bits. */
  static void add(int[] samples, int frames, int[] coefficients, int order, int shift) {
    switch (order) {
      case 0 -> {}
      case 1, 2, 3, 4 -> addShort(samples, frames, coefficients, order, shift);
      default -> {
        for (int i = order; i < frames; i++) {
          int sum = 0;
          for (int j = 0; j < order; j++) {
            sum += coefficients[j] * samples[i - 1 - j];
          }
          samples[i] += sum >> shift;
        }
      }
    }
  }

  /** Up to four coefficients stay in registers. */
  private static void addShort(
      int[] samples, int frames, int[] coefficients, int order, int shift) {
    int a = coefficients[0];
    int b = order > 1 ? coefficients[1] : 0;
    int c = order > 2 ? coefficients[2] : 0;
    int d = order > 3 ? coefficients[3] : 0;
    int one = samples[order - 1];
    int two = order > 1 ? samples[order - 2] : 0;
    int three = order > 2 ? samples[order - 3] : 0;
    int four = order > 3 ? samples[order - 4] : 0;
    for (int i = order; i < frames; i++) {
      int next = samples[i] + ((a * one + b * two + c * three + d * four) >> shift);
      samples[i] = next;
      four = three;
      three = two;
      two = one;
      one = next;
    }
  }

  /** Where sums need 64 bits. */
  static void addWide(int[] samples, int frames, int[] coefficients, int order, int shift) {
    for (int i = order; i < frames; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += (long) coefficients[j] * samples[i - 1 - j];
      }
      samples[i] += (int) (sum >> shift);
    }
  }

  /** Where samples have 33 bits. */
  static void add33(
      long[] samples, int[] residual, int frames, int[] coefficients, int order, int shift) {
    for (int i = order; i < frames; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += coefficients[j] * samples[i - 1 - j];
      }
      samples[i] = residual[i] + (sum >> shift);
    }
  }
}
