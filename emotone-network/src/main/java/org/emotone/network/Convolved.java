package org.emotone.network;

import java.util.Arrays;
import java.util.List;

/** Convolution, batch normalisation and activation, in one dimension or two. */
final class Convolved {

  private Convolved() {}

  /**
   * The three layers, for an input of a rank: 3 in one dimension, 4 in two.
   *
   * @param groups of channels
   */
  static List<Layer> of(
      int rank, int filters, int kernel, int stride, int groups, Activation.Function function) {
    Layer convolution =
        rank == 3
            ? new Conv1d(filters, kernel, stride, kernel / 2, 1, groups, false)
            : new Conv2d(
                filters,
                List.of(kernel, kernel),
                List.of(stride, stride),
                List.of(kernel / 2, kernel / 2),
                List.of(1, 1),
                groups,
                false);
    return List.of(convolution, BatchNorm.of(null, null), new Activation(function));
  }

  /** Requires channels over time or over a picture, and tells which. */
  static int rank(long[] shape) {
    if (shape.length != 3 && shape.length != 4) {
      throw new IllegalArgumentException(
          "takes [batch][channels][time] or [batch][channels][frequency][time], but its input has"
              + " the shape "
              + Arrays.toString(shape));
    }
    return shape.length;
  }
}
