package org.emotone.network;

import java.util.ArrayList;
import java.util.List;

/** What the transposed convolutions share. */
final class TransposedConvolution {

  private TransposedConvolution() {}

  static void check(
      int filters,
      int groups,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation) {
    Convolution.check(filters, groups, kernel.size(), kernel, stride, dilation);
    Windows.check("padding", padding, kernel.size(), 0);
    Windows.check("outputPadding", outputPadding, kernel.size(), 0);
    for (int i = 0; i < kernel.size(); i++) {
      if (outputPadding.get(i) >= Math.max(stride.get(i), dilation.get(i))) {
        throw new IllegalArgumentException(
            "outputPadding must be less than the stride or the dilation, was " + outputPadding);
      }
    }
  }

  static <T> T forward(
      Operations<T> operations,
      Scope scope,
      T input,
      int filters,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups,
      boolean bias) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, kernel.size() + 2);
    long in = Convolution.channels(shape, groups);
    List<Long> weightShape = new ArrayList<>(List.of(in, (long) filters / groups));
    kernel.forEach(k -> weightShape.add((long) k));
    T weight = operations.parameter(scope.trained("weight", weightShape, Initialiser.HE_NORMAL, 1));
    T biasTensor =
        bias
            ? operations.parameter(
                scope.trained("bias", List.of((long) filters), Initialiser.ZEROS))
            : null;
    return operations.transposedConvolution(
        input, weight, biasTensor, stride, padding, outputPadding, dilation, groups);
  }
}
