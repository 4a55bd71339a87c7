package org.emotone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the convolutional layers share. */
final class Convolution {

  private Convolution() {}

  static void check(
      int filters, int dimensions, List<List<Integer>> positive, List<Integer> zeros) {
    if (filters < 1) {
      throw new IllegalArgumentException("filters must be at least 1, was " + filters);
    }
    for (List<Integer> extents : Stream.concat(positive.stream(), Stream.of(zeros)).toList()) {
      if (extents.size() != dimensions) {
        throw new IllegalArgumentException(
            "kernel, stride, padding and dilation need " + dimensions + " numbers, got " + extents);
      }
    }
    if (positive.stream().flatMap(List::stream).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "kernel, stride and dilation must be at least 1, got " + positive);
    }
    if (zeros.stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("padding must not be negative, got " + zeros);
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
      List<Integer> dilation,
      int groups,
      boolean bias) {
    String layer = "conv" + kernel.size() + "d";
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, kernel.size() + 2, layer);
    long in = Shapes.known(shape, 1, layer);
    if (in % groups != 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          layer
              + ": "
              + groups
              + " groups do not divide "
              + in
              + " inputs and "
              + filters
              + " filters");
    }
    List<Long> weightShape = new ArrayList<>(List.of((long) filters, in / groups));
    kernel.forEach(k -> weightShape.add((long) k));
    T weight =
        operations.parameter(
            new Parameter(scope.name("weight"), weightShape, Initialiser.HE_NORMAL, true));
    T biasTensor =
        bias
            ? operations.parameter(
                new Parameter(scope.name("bias"), List.of((long) filters), Initialiser.ZEROS, true))
            : null;
    return operations.convolution(input, weight, biasTensor, stride, padding, dilation, groups);
  }
}
