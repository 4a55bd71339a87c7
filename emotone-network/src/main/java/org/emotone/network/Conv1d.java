package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over time, {@code [b][in][t]} to {@code [b][filters][t′]}.
 *
 * @param filters channels of the output
 * @param kernel width in steps
 * @param stride step between outputs, 1 when left out
 * @param padding zeros at each end; left out, as many as keep the length at stride 1 for an odd
 *     kernel
 * @param dilation distance between taps, 1 when left out
 * @param groups groups of channels convolved apart, 1 when left out
 * @param bias whether a bias is added, true when left out
 */
public record Conv1d(
    int filters,
    int kernel,
    @Nullable Integer stride,
    @Nullable Integer padding,
    @Nullable Integer dilation,
    @Nullable Integer groups,
    @Nullable Boolean bias)
    implements Layer {

  /** Checks the sizes and fills in what was left out. */
  public Conv1d {
    stride = stride == null ? 1 : stride;
    dilation = dilation == null ? 1 : dilation;
    padding = padding == null ? dilation * (kernel - 1) / 2 : padding;
    groups = groups == null ? 1 : groups;
    bias = bias == null || bias;
    Convolution.check(
        filters, 1, List.of(List.of(kernel), List.of(stride), List.of(dilation)), List.of(padding));
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return Convolution.forward(
        operations,
        scope,
        input,
        filters,
        List.of(kernel),
        List.of(stride),
        List.of(padding),
        List.of(dilation),
        groups,
        bias);
  }
}
