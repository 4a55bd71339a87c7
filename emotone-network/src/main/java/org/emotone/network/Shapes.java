package org.emotone.network;

import java.util.Arrays;

/** Checks of shapes, shared by the layers. */
final class Shapes {

  static final long UNKNOWN = -1;

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

  static void requireVector(long[] shape, long extent) {
    if (shape.length != 1 || shape[0] != extent) {
      throw new IllegalArgumentException(
          "needs a vector of " + extent + ", got the shape " + Arrays.toString(shape));
    }
  }

  static int requireDimension(long[] x, int dimension) {
    if (dimension < 0 || dimension >= x.length) {
      throw new IllegalArgumentException(
          "there is no dimension " + dimension + " in the shape " + Arrays.toString(x));
    }
    return dimension;
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

  /** The shape of an operation element by element that broadcasts. */
  static long[] broadcast(long[] x, long[] y) {
    long[] longer = x.length >= y.length ? x : y;
    long[] shorter = x.length >= y.length ? y : x;
    long[] output = longer.clone();
    int offset = longer.length - shorter.length;
    for (int i = 0; i < shorter.length; i++) {
      output[offset + i] = broadcast(longer[offset + i], shorter[i], x, y);
    }
    return output;
  }

  private static long broadcast(long a, long b, long[] x, long[] y) {
    if (a == b || b == 1) {
      return a;
    }
    if (a == 1) {
      return b;
    }
    if (a == UNKNOWN || b == UNKNOWN) {
      return Math.max(a, b);
    }
    throw new IllegalArgumentException(
        "the shapes " + Arrays.toString(x) + " and " + Arrays.toString(y) + " do not match");
  }
}
