package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The shapes that {@link Shaping} gives. */
interface ShapeShaping extends Shaping<long[]> {

  @Override
  default long[] shape(long[] x) {
    return x.clone();
  }

  @Override
  default long[] concatenate(List<long[]> parts, int dimension) {
    long[] output = parts.get(0).clone();
    Shapes.requireDimension(output, dimension);
    for (long[] part : parts.subList(1, parts.size())) {
      long[] aligned = part.clone();
      if (part.length == output.length) {
        aligned[dimension] = output[dimension];
      }
      Shapes.requireSame("one part has the shape", aligned, "another", output);
      boolean known = output[dimension] != Shapes.UNKNOWN && part[dimension] != Shapes.UNKNOWN;
      output[dimension] = known ? output[dimension] + part[dimension] : Shapes.UNKNOWN;
    }
    return output;
  }

  @Override
  default long[] permute(long[] x, int... order) {
    if (!Arrays.equals(
        Arrays.stream(order).sorted().toArray(), IntStream.range(0, x.length).toArray())) {
      throw new IllegalArgumentException(
          Arrays.toString(order) + " does not reorder the shape " + Arrays.toString(x));
    }
    return Arrays.stream(order).mapToLong(i -> x[i]).toArray();
  }

  @Override
  default long[] unsqueeze(long[] x, int dimension) {
    long[] output = new long[x.length + 1];
    System.arraycopy(x, 0, output, 0, dimension);
    output[dimension] = 1;
    System.arraycopy(x, dimension, output, dimension + 1, x.length - dimension);
    return output;
  }

  @Override
  default long[] flatten(long[] x, int first, int last) {
    Shapes.requireDimension(x, last);
    long merged = 1;
    for (int i = first; i <= last; i++) {
      merged *= Shapes.known(x, i);
    }
    return replace(x, first, last + 1, merged);
  }

  @Override
  default long[] unflatten(long[] x, int dimension, int... extents) {
    long product = Arrays.stream(extents).asLongStream().reduce(1, (a, b) -> a * b);
    if (Shapes.known(x, Shapes.requireDimension(x, dimension)) != product) {
      throw new IllegalArgumentException(
          "cannot split dimension "
              + dimension
              + " of the shape "
              + Arrays.toString(x)
              + " into "
              + Arrays.toString(extents));
    }
    return replace(x, dimension, dimension + 1, Arrays.stream(extents).asLongStream().toArray());
  }

  @Override
  default long[] slice(long[] x, int dimension, int start, int end) {
    long extent = x[Shapes.requireDimension(x, dimension)];
    if (extent != Shapes.UNKNOWN && extent < end) {
      throw new TooShortException(
          "entries " + start + " to " + end + " do not fit into an extent of " + extent);
    }
    long[] output = x.clone();
    output[dimension] = (long) end - start;
    return output;
  }

  @Override
  default long[] fixed(long[] x, int dimension, int extent) {
    long found = x[Shapes.requireDimension(x, dimension)];
    if (found != Shapes.UNKNOWN && found < extent) {
      throw new TooShortException("takes " + extent + ", got only " + found);
    }
    if (found != Shapes.UNKNOWN && found > extent) {
      throw new TooLongException("takes " + extent + ", got " + found);
    }
    long[] output = x.clone();
    output[dimension] = extent;
    return output;
  }

  @Override
  default long[] mergeBatch(long[] x) {
    Shapes.requireRankAtLeast(x, 2);
    boolean known = x[0] != Shapes.UNKNOWN && x[1] != Shapes.UNKNOWN;
    return replace(x, 0, 2, known ? x[0] * x[1] : Shapes.UNKNOWN);
  }

  @Override
  default long[] splitBatch(long[] x, long[] like) {
    return replace(x, 0, 1, like[0], like[1]);
  }

  /** A shape with some dimensions replaced by others. */
  private static long[] replace(long[] x, int from, int to, long... extents) {
    long[] output = new long[x.length - (to - from) + extents.length];
    System.arraycopy(x, 0, output, 0, from);
    System.arraycopy(extents, 0, output, from, extents.length);
    System.arraycopy(x, to, output, from + extents.length, x.length - to);
    return output;
  }
}
