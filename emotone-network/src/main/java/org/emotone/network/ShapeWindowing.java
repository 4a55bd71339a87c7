package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes that {@link Windowing} gives. */
interface ShapeWindowing extends Windowing<long[]> {

  @Override
  default long[] convolution(
      long[] x,
      long[] weight,
      long @Nullable [] bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    int dimensions = stride.size();
    Shapes.requireRank(x, dimensions + 2);
    Shapes.requireRank(weight, dimensions + 2);
    if (Shapes.known(x, 1) != weight[1] * groups || weight[0] % groups != 0) {
      throw misfit(x, weight, groups);
    }
    if (bias != null) {
      Shapes.requireVector(bias, weight[0]);
    }
    long[] output = x.clone();
    output[1] = weight[0];
    for (int i = 0; i < dimensions; i++) {
      output[i + 2] =
          Windows.count(x[i + 2], weight[i + 2], stride.get(i), padding.get(i), dilation.get(i));
    }
    return output;
  }

  private static IllegalArgumentException misfit(long[] x, long[] weight, int groups) {
    return new IllegalArgumentException(
        "a weight of the shape "
            + Arrays.toString(weight)
            + " in "
            + groups
            + " groups does not fit an input of the shape "
            + Arrays.toString(x));
  }

  @Override
  default long[] transposedConvolution(
      long[] x,
      long[] weight,
      long @Nullable [] bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups) {
    int dimensions = stride.size();
    Shapes.requireRank(x, dimensions + 2);
    Shapes.requireRank(weight, dimensions + 2);
    if (Shapes.known(x, 1) != weight[0] || weight[0] % groups != 0) {
      throw misfit(x, weight, groups);
    }
    if (bias != null) {
      Shapes.requireVector(bias, weight[1] * groups);
    }
    long[] output = x.clone();
    output[1] = weight[1] * groups;
    for (int i = 0; i < dimensions; i++) {
      long width = (long) dilation.get(i) * (weight[i + 2] - 1) + 1;
      output[i + 2] =
          Windows.spread(x[i + 2], width, stride.get(i), padding.get(i), outputPadding.get(i));
    }
    return output;
  }

  @Override
  default long[] maxPool(
      long[] x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    Shapes.requireRank(x, kernel.size() + 2);
    long[] output = x.clone();
    for (int i = 0; i < kernel.size(); i++) {
      output[i + 2] = Windows.count(x[i + 2], kernel.get(i), stride.get(i), padding.get(i), 1);
    }
    return output;
  }

  @Override
  default long[] averagePool(long[] x, List<Integer> kernel, List<Integer> stride) {
    return maxPool(x, kernel, stride, kernel.stream().map(k -> 0).toList());
  }

  @Override
  default long[] windows(long[] x, int size, int step) {
    int last = x.length - 1;
    long[] output = Arrays.copyOf(x, x.length + 1);
    output[last] = Windows.count(x[last], size, step, 0, 1);
    output[last + 1] = size;
    return output;
  }

  @Override
  default long[] pad(long[] x, int dimension, int before, int after, double value) {
    long[] output = x.clone();
    if (x[Shapes.requireDimension(x, dimension)] != Shapes.UNKNOWN) {
      output[dimension] += before + after;
    }
    return output;
  }

  @Override
  default long[] padSame(long[] x, int dimension, int window, int stride, double value) {
    long[] output = x.clone();
    long extent = x[Shapes.requireDimension(x, dimension)];
    if (extent != Shapes.UNKNOWN) {
      output[dimension] += Windows.same(extent, window, stride);
    }
    return output;
  }

  @Override
  default long[] resize(long[] x, int height, int width) {
    Shapes.requireRank(x, 4);
    return new long[] {x[0], x[1], height, width};
  }
}
