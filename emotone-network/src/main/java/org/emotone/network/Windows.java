package org.emotone.network;

import java.util.List;

/** Checks of the numbers that describe windows over the trailing dimensions. */
final class Windows {

  /** Far above any sensible window, and small enough for sums of them not to overflow. */
  private static final int LARGEST = 1 << 20;

  private Windows() {}

  static void atLeast(String field, int value, int least) {
    if (value < least || value > LARGEST) {
      throw new IllegalArgumentException(
          field + " must be in " + least + " … " + LARGEST + ", was " + value);
    }
  }

  static void check(String field, List<Integer> values, int dimensions, int least) {
    if (values.size() != dimensions) {
      throw new IllegalArgumentException(
          field + " must have as many numbers as the kernel, " + dimensions + ", was " + values);
    }
    for (int value : values) {
      atLeast(field, value, least);
    }
  }

  /** One number for time, two for frequency and time. */
  static void checkKernel(List<Integer> kernel) {
    if (kernel.isEmpty() || kernel.size() > 2) {
      throw new IllegalArgumentException(
          "kernel must be [time] or [frequency, time], was " + kernel);
    }
    check("kernel", kernel, kernel.size(), 1);
  }

  /**
   * How many windows fit into an extent.
   *
   * @param extent −1 where unknown, which the result then is, too
   * @throws IllegalArgumentException if none fits
   */
  static long count(long extent, long kernel, long stride, long padding, long dilation) {
    if (extent < 0) {
      return -1;
    }
    long width = dilation * (kernel - 1) + 1;
    if (extent + 2 * padding < width) {
      throw new TooShortException(
          "a window of " + width + " does not fit into an extent of " + (extent + 2 * padding));
    }
    return (extent + 2 * padding - width) / stride + 1;
  }

  /**
   * The extent that a transposed convolution gives.
   *
   * @param extent −1 where unknown, which the result then is, too
   * @param width of the kernel, with the gaps of its dilation
   */
  static long spread(long extent, long width, long stride, long padding, long outputPadding) {
    if (extent < 0) {
      return -1;
    }
    long output = (extent - 1) * stride - 2 * padding + width + outputPadding;
    if (output < 1) {
      throw new TooShortException("an extent of " + extent + " leaves nothing after the padding");
    }
    return output;
  }

  /** How many entries TensorFlow's {@code same} adds to an extent. */
  static long same(long extent, long window, long stride) {
    long windows = (extent + stride - 1) / stride;
    return Math.max(0, (windows - 1) * stride + window - extent);
  }
}
