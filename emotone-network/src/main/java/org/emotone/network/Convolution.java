package org.emotone.network;

import java.util.ArrayList;
import java.util.List;

/** What the convolutional layers share. */
final class Convolution {

  private Convolution() {}

  static void check(
      int filters,
      int groups,
      int dimensions,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> dilation) {
    Windows.atLeast("filters", filters, 1);
    Windows.atLeast("groups", groups, 1);
    Windows.check("kernel", kernel, dimensions, 1);
    Windows.check("stride", stride, dimensions, 1);
    Windows.check("dilation", dilation, dimensions, 1);
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          "groups must divide filters, was " + groups + " for " + filters + " filters");
    }
  }

  /** The padding of a layer that says none: keeps the size at stride 1 for odd kernels. */
  static Padding centred(List<Integer> kernel, List<Integer> dilation) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      sizes.add(same(kernel.get(i), dilation.get(i)));
    }
    return Padding.fixed(sizes);
  }

  /** The padding that keeps a length at stride 1 when the kernel is odd. */
  static int same(int kernel, int dilation) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) dilation * (kernel - 1) / 2));
  }

  /** Two numbers, or one that stands for both. */
  static List<Integer> pair(String field, List<Integer> numbers) {
    List<Integer> both =
        numbers.size() == 1 ? List.of(numbers.get(0), numbers.get(0)) : List.copyOf(numbers);
    if (both.size() != 2) {
      throw new IllegalArgumentException(
          field + " must be one number or [frequency, time], was " + numbers);
    }
    return both;
  }

  /** The channels of a shape, which groups must divide. */
  static long channels(long[] shape, int groups) {
    long in = Shapes.known(shape, 1);
    if (in % groups != 0) {
      throw new IllegalArgumentException(
          "groups must divide the " + in + " channels of the input, was " + groups);
    }
    return in;
  }

  static <T> T forward(
      Operations<T> operations,
      Scope scope,
      T input,
      int filters,
      List<Integer> kernel,
      List<Integer> stride,
      Padding padding,
      List<Integer> dilation,
      int groups,
      boolean bias) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, kernel.size() + 2);
    long in = channels(shape, groups);
    List<Long> weightShape = new ArrayList<>(List.of((long) filters, in / groups));
    kernel.forEach(k -> weightShape.add((long) k));
    T weight = operations.parameter(scope.trained("weight", weightShape, Initialiser.HE_NORMAL));
    T biasTensor =
        bias
            ? operations.parameter(
                scope.trained("bias", List.of((long) filters), Initialiser.ZEROS))
            : null;
    return operations.convolution(
        padding.apply(operations, input, kernel, stride, dilation, 0),
        weight,
        biasTensor,
        stride,
        padding.inside(kernel.size()),
        dilation,
        groups);
  }
}
