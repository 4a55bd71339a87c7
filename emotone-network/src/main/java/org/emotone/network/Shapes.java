package org.emotone.network;

import java.util.Arrays;

/** Checks of shapes, shared by the layers. */
final class Shapes {

  private Shapes() {}

  static void requireRank(long[] shape, int rank) {
    if (shape.length != rank) {
      throw new IllegalArgumentException(
          "takes " + rank + " dimensions, but its input has the shape " + Arrays.toString(shape));
    }
  }

  static void requireRankAtLeast(long[] shape, int rank) {
    if (shape.length < rank) {
      throw new IllegalArgumentException(
          "takes at least "
              + rank
              + " dimensions, but its input has the shape "
              + Arrays.toString(shape));
    }
  }

  /** Requires equal shapes, as far as both are known. */
  static void requireSame(String oneName, long[] one, String otherName, long[] other) {
    boolean same = one.length == other.length;
    for (int i = 0; same && i < one.length; i++) {
      same = one[i] == other[i] || one[i] < 0 || other[i] < 0;
    }
    if (!same) {
      throw new IllegalArgumentException(
          oneName
              + " "
              + Arrays.toString(one)
              + " but "
              + otherName
              + " "
              + Arrays.toString(other));
    }
  }

  /** The extent of a dimension that must be known before the network runs. */
  static long known(long[] shape, int dimension) {
    long extent = shape[dimension];
    if (extent <= 0) {
      throw new IllegalArgumentException(
          "must know dimension "
              + dimension
              + " of its input, whose shape is "
              + Arrays.toString(shape)
              + " (-1 is unknown); pool over time before it");
    }
    return extent;
  }
}
