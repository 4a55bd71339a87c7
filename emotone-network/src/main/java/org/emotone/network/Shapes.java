package org.emotone.network;

import java.util.Arrays;

/** Checks of shapes, shared by the layers. */
final class Shapes {

  private Shapes() {}

  static void requireRank(long[] shape, int rank, String layer) {
    if (shape.length != rank) {
      throw new IllegalArgumentException(
          layer
              + " takes a tensor of "
              + rank
              + " dimensions, but its input has the shape "
              + Arrays.toString(shape));
    }
  }

  /** The extent of a dimension that must be known before the network runs. */
  static long known(long[] shape, int dimension, String layer) {
    long extent = shape[dimension];
    if (extent <= 0) {
      throw new IllegalArgumentException(
          layer
              + " must know dimension "
              + dimension
              + " of its input, whose shape is "
              + Arrays.toString(shape)
              + "; pool over time before it");
    }
    return extent;
  }
}
