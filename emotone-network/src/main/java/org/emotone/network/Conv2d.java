package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over frequency and time, {@code [b][in][f][t]} to {@code [b][filters][f′][t′]};
 * weights are drawn from He's normal distribution, biases start at 0.
 *
 * @param filters channels of the output
 * @param kernel height (frequency) and width (time)
 * @param stride step between outputs
 * @param padding zeros at both ends, {@code same}, {@code valid} or {@code causal} (in time)
 * @param dilation distance between taps
 * @param groups groups of channels convolved apart
 * @param bias whether a bias is added
 */
public record Conv2d(
    int filters,
    List<Integer> kernel,
    List<Integer> stride,
    Padding padding,
    List<Integer> dilation,
    int groups,
    boolean bias)
    implements Layer {

  /** Checks the sizes. */
  public Conv2d {
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    dilation = List.copyOf(dilation);
    Convolution.check(filters, groups, 2, kernel, stride, dilation);
    padding = padding.over(2);
  }

  /** A convolution with the same numbers of zeros at both ends. */
  public Conv2d(
      int filters,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups,
      boolean bias) {
    this(filters, kernel, stride, Padding.fixed(padding), dilation, groups, bias);
  }

  /**
   * A convolution with what was left out (null) filled in: stride, dilation and groups 1, a bias,
   * and as many zeros as keep the size at stride 1 for odd kernels. One number stands for two equal
   * ones, so that JSON may say {@code kernel: 3}.
   */
  @JsonCreator
  public static Conv2d of(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride,
      @JsonProperty("padding") @Nullable Padding padding,
      @JsonProperty("dilation") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> dilation,
      @JsonProperty("groups") @Nullable Integer groups,
      @JsonProperty("bias") @Nullable Boolean bias) {
    List<Integer> size = Convolution.pair("kernel", kernel);
    List<Integer> step = dilation == null ? List.of(1, 1) : Convolution.pair("dilation", dilation);
    return new Conv2d(
        filters,
        size,
        stride == null ? List.of(1, 1) : Convolution.pair("stride", stride),
        padding == null ? Convolution.centred(size, step) : padding,
        step,
        groups == null ? 1 : groups,
        bias == null || bias);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return Convolution.forward(
        operations, scope, input, filters, kernel, stride, padding, dilation, groups, bias);
  }
}
