package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over time, {@code [b][in][t]} to {@code [b][filters][t′]}; weights are drawn from
 * He's normal distribution, biases start at 0.
 *
 * @param filters channels of the output
 * @param kernel width in steps
 * @param stride step between outputs
 * @param padding zeros at the ends, {@code same}, {@code valid} or {@code causal}
 * @param dilation distance between taps
 * @param groups groups of channels convolved apart
 * @param bias whether a bias is added
 */
public record Conv1d(
    int filters, int kernel, int stride, Padding padding, int dilation, int groups, boolean bias)
    implements Layer {

  /** Checks the sizes. */
  public Conv1d {
    Convolution.check(filters, groups, 1, List.of(kernel), List.of(stride), List.of(dilation));
    padding = padding.over(1);
  }

  /** A convolution with the same number of zeros at both ends. */
  public Conv1d(
      int filters, int kernel, int stride, int padding, int dilation, int groups, boolean bias) {
    this(filters, kernel, stride, Padding.fixed(padding), dilation, groups, bias);
  }

  /**
   * A convolution with what was left out (null) filled in: stride, dilation and groups 1, a bias,
   * and as many zeros as keep the length at stride 1 for an odd kernel.
   */
  @JsonCreator
  public static Conv1d of(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty(value = "kernel", required = true) int kernel,
      @JsonProperty("stride") @Nullable Integer stride,
      @JsonProperty("padding") @Nullable Padding padding,
      @JsonProperty("dilation") @Nullable Integer dilation,
      @JsonProperty("groups") @Nullable Integer groups,
      @JsonProperty("bias") @Nullable Boolean bias) {
    int step = dilation == null ? 1 : dilation;
    return new Conv1d(
        filters,
        kernel,
        stride == null ? 1 : stride,
        padding == null ? Convolution.centred(List.of(kernel), List.of(step)) : padding,
        step,
        groups == null ? 1 : groups,
        bias == null || bias);
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
        padding,
        List.of(dilation),
        groups,
        bias);
  }
}
