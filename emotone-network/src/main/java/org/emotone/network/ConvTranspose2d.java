package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transposed convolution over frequency and time, {@code [b][in][f][t]} to {@code
 * [b][filters][f′][t′]}; each extent {@code n} becomes {@code (n − 1) · stride − 2 · padding +
 * dilation · (kernel − 1) + outputPadding + 1}, as with PyTorch's {@code ConvTranspose2d}. Weights
 * are drawn from He's normal distribution, biases start at 0.
 *
 * @param filters channels of the output
 * @param kernel height (frequency) and width (time)
 * @param stride steps between the copies of the kernel
 * @param padding cut off at both ends
 * @param outputPadding added at the far ends, less than the stride or the dilation
 * @param dilation distance between taps
 * @param groups groups of channels convolved apart
 * @param bias whether a bias is added
 */
public record ConvTranspose2d(
    int filters,
    List<Integer> kernel,
    List<Integer> stride,
    List<Integer> padding,
    List<Integer> outputPadding,
    List<Integer> dilation,
    int groups,
    boolean bias)
    implements Layer {

  /** Checks the sizes. */
  public ConvTranspose2d {
    kernel = Convolution.pair("kernel", kernel);
    stride = Convolution.pair("stride", stride);
    padding = Convolution.pair("padding", padding);
    outputPadding = Convolution.pair("outputPadding", outputPadding);
    dilation = Convolution.pair("dilation", dilation);
    TransposedConvolution.check(filters, groups, kernel, stride, padding, outputPadding, dilation);
  }

  /**
   * A convolution with what was left out (null) filled in: stride, dilation and groups 1, no
   * padding, a bias. One number stands for two equal ones.
   */
  @JsonCreator
  public static ConvTranspose2d of(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride,
      @JsonProperty("padding") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> padding,
      @JsonProperty("outputPadding")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> outputPadding,
      @JsonProperty("dilation") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> dilation,
      @JsonProperty("groups") @Nullable Integer groups,
      @JsonProperty("bias") @Nullable Boolean bias) {
    return new ConvTranspose2d(
        filters,
        kernel,
        stride == null ? List.of(1) : stride,
        padding == null ? List.of(0) : padding,
        outputPadding == null ? List.of(0) : outputPadding,
        dilation == null ? List.of(1) : dilation,
        groups == null ? 1 : groups,
        bias == null || bias);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return TransposedConvolution.forward(
        operations,
        scope,
        input,
        filters,
        kernel,
        stride,
        padding,
        outputPadding,
        dilation,
        groups,
        bias);
  }
}
