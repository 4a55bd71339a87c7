package org.emotone.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shapes that {@link Arithmetic} gives. */
interface ShapeArithmetic extends Arithmetic<long[]> {

  @Override
  default long[] constant(Tensor values) {
    return values.shape();
  }

  @Override
  default long[] add(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  default long[] subtract(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  default long[] multiply(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  default long[] divide(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  default long[] power(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  default long[] elementwise(long[] x, Elementwise function) {
    return x.clone();
  }

  @Override
  default long[] activation(long[] x, Activation.Function function) {
    return x.clone();
  }

  @Override
  default long[] squareRoot(long[] x, double floor) {
    return x.clone();
  }

  @Override
  default long[] clamp(long[] x, double low, double high) {
    return x.clone();
  }

  @Override
  default long[] dense(long[] x, long[] weight, long @Nullable [] bias) {
    Shapes.requireRank(weight, 2);
    if (Shapes.known(x, x.length - 1) != weight[1]) {
      throw new IllegalArgumentException(
          "a weight of the shape "
              + Arrays.toString(weight)
              + " does not fit an input of the shape "
              + Arrays.toString(x));
    }
    if (bias != null) {
      Shapes.requireVector(bias, weight[0]);
    }
    long[] output = x.clone();
    output[x.length - 1] = weight[0];
    return output;
  }

  @Override
  default long[] matrixProduct(long[] x, long[] y) {
    Shapes.requireRankAtLeast(x, 2);
    Shapes.requireRank(y, x.length);
    long[] output = x.clone();
    int rows = x.length - 2;
    for (int i = 0; i < rows; i++) {
      output[i] = Math.max(x[i], y[i]);
    }
    Shapes.requireSame(
        "one factor has the columns",
        new long[] {x[rows + 1]},
        "the other the rows",
        new long[] {y[rows]});
    output[rows + 1] = y[rows + 1];
    return output;
  }

  @Override
  default long[] layerNorm(long[] x, long[] weight, long[] bias, double epsilon) {
    Shapes.requireVector(weight, Shapes.known(x, x.length - 1));
    Shapes.requireVector(bias, x[x.length - 1]);
    return x.clone();
  }

  @Override
  default long[] mean(long[] x, int... dimensions) {
    boolean[] removed = new boolean[x.length];
    for (int dimension : dimensions) {
      removed[Shapes.requireDimension(x, dimension)] = true;
    }
    return IntStream.range(0, x.length).filter(i -> !removed[i]).mapToLong(i -> x[i]).toArray();
  }

  @Override
  default long[] sum(long[] x, int dimension) {
    return mean(x, dimension);
  }

  @Override
  default long[] maximum(long[] x, int... dimensions) {
    return mean(x, dimensions);
  }

  @Override
  default long[] softmax(long[] x, int dimension) {
    Shapes.requireDimension(x, dimension);
    return x.clone();
  }
}
