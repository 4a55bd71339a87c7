package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over frequency and time, {@code [b][in][f][t]} to {@code [b][filters][f′][t′]}.
 *
 * @param filters channels of the output
 * @param kernel height (frequency) and width (time)
 * @param stride step between outputs, 1 and 1 when left out
 * @param padding zeros at both ends; left out, as many as keep the size at stride 1 for odd kernels
 * @param dilation distance between taps, 1 and 1 when left out
 * @param groups groups of channels convolved apart, 1 when left out
 * @param bias whether a bias is added, true when left out
 */
public record Conv2d(
    int filters,
    List<Integer> kernel,
    @Nullable List<Integer> stride,
    @Nullable List<Integer> padding,
    @Nullable List<Integer> dilation,
    @Nullable Integer groups,
    @Nullable Boolean bias)
    implements Layer {

  /** Checks the sizes and fills in what was left out. */
  public Conv2d {
    kernel = List.copyOf(kernel);
    stride = stride == null ? List.of(1, 1) : List.copyOf(stride);
    dilation = dilation == null ? List.of(1, 1) : List.copyOf(dilation);
    padding = padding == null ? same(kernel, dilation) : List.copyOf(padding);
    groups = groups == null ? 1 : groups;
    bias = bias == null || bias;
    Convolution.check(filters, 2, List.of(kernel, stride, dilation), padding);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return Convolution.forward(
        operations, scope, input, filters, kernel, stride, padding, dilation, groups, bias);
  }

  private static List<Integer> same(List<Integer> kernel, List<Integer> dilation) {
    if (kernel.size() != 2 || dilation.size() != 2) {
      throw new IllegalArgumentException(
          "kernel and dilation need 2 numbers, got " + kernel + " and " + dilation);
    }
    return List.of(
        dilation.get(0) * (kernel.get(0) - 1) / 2, dilation.get(1) * (kernel.get(1) - 1) / 2);
  }
}
