package org.emotone.network;

import java.util.Arrays;

/** The shapes that {@link Sequences} gives. */
interface ShapeSequences extends Sequences<long[]> {

  @Override
  default long[] recurrent(
      long[] x,
      Cell cell,
      long[] inputWeight,
      long[] recurrentWeight,
      long[] inputBias,
      long[] recurrentBias) {
    Shapes.requireRank(x, 3);
    Shapes.requireRank(inputWeight, 2);
    long gates = inputWeight[0];
    long units = gates / cell.gates();
    if (Shapes.known(x, 2) != inputWeight[1]
        || !Arrays.equals(recurrentWeight, new long[] {gates, units})) {
      throw new IllegalArgumentException(
          "weights of the shapes "
              + Arrays.toString(inputWeight)
              + " and "
              + Arrays.toString(recurrentWeight)
              + " do not fit an input of the shape "
              + Arrays.toString(x));
    }
    Shapes.requireVector(inputBias, gates);
    Shapes.requireVector(recurrentBias, gates);
    return new long[] {x[0], x[1], units};
  }

  @Override
  default long[] reverse(long[] x) {
    Shapes.requireRankAtLeast(x, 2);
    return x.clone();
  }

  @Override
  default long[] reverseWithin(long[] x, long[] lengths) {
    return reverse(x);
  }

  @Override
  default long[] positions(long[] like, int dimension) {
    return new long[] {like[Shapes.requireDimension(like, dimension)]};
  }

  @Override
  default long[] smooth(long[] x, long[] weight) {
    Shapes.requireRank(x, 3);
    Shapes.requireVector(weight, Shapes.known(x, 1));
    return x.clone();
  }

  @Override
  default long[] fill(long[] x, long[] lengths, int dimension, double value) {
    Shapes.requireDimension(x, dimension);
    return x.clone();
  }

  @Override
  default long[] rescale(long[] lengths, long factor, long offset, long divisor) {
    return lengths.clone();
  }
}
