package org.emotone.network;

import java.util.Arrays;

/**
 * Values in row-major order.
 *
 * @param shape extents, none negative; empty for a single value
 * @param values as many as the product of the extents; not copied
 */
public record Tensor(long[] shape, float[] values) {

  /** Checks that the shape fits the values. */
  public Tensor {
    shape = shape.clone();
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "the shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
    }
  }

  /**
   * Number of values in a shape.
   *
   * @throws IllegalArgumentException if an extent is negative or the product is too large
   */
  static long size(long... shape) {
    long size = 1;
    for (long extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException(
            "extents must not be negative, were " + Arrays.toString(shape));
      }
      try {
        size = Math.multiplyExact(size, extent);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("too large a shape: " + Arrays.toString(shape), e);
      }
    }
    return size;
  }

  /** Extents, none negative. */
  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** Equality of shape and, bit by bit, of values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
