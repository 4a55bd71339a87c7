package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transposed convolution over time, {@code [b][in][t]} to {@code [b][filters][t′]} with {@code t′ =
 * (t − 1) · stride − 2 · padding + dilation · (kernel − 1) + outputPadding + 1}, as PyTorch's
 * {@code ConvTranspose1d}; weights are drawn from He's normal distribution, biases start at 0.
 *
 * @param filters channels of the output
 * @param kernel width in steps
 * @param stride steps between the copies of the kernel
 * @param padding steps cut off at each end
 * @param outputPadding steps added at the far end, less than the stride or the dilation
 * @param dilation distance between taps
 * @param groups groups of channels convolved apart
 * @param bias whether a bias is added
 */
public record ConvTranspose1d(
    int filters,
    int kernel,
    int stride,
    int padding,
    int outputPadding,
    int dilation,
    int groups,
    boolean bias)
    implements Layer {

  /** Checks the sizes. */
  public ConvTranspose1d {
    TransposedConvolution.check(
        filters,
        groups,
        List.of(kernel),
        List.of(stride),
        List.of(padding),
        List.of(outputPadding),
        List.of(dilation));
  }

  /**
   * A convolution with what was left out (null) filled in: stride, dilation and groups 1, no
   * padding, a bias.
   */
  @JsonCreator
  public static ConvTranspose1d of(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty(value = "kernel", required = true) int kernel,
      @JsonProperty("stride") @Nullable Integer stride,
      @JsonProperty("padding") @Nullable Integer padding,
      @JsonProperty("outputPadding") @Nullable Integer outputPadding,
      @JsonProperty("dilation") @Nullable Integer dilation,
      @JsonProperty("groups") @Nullable Integer groups,
      @JsonProperty("bias") @Nullable Boolean bias) {
    return new ConvTranspose1d(
        filters,
        kernel,
        stride == null ? 1 : stride,
        padding == null ? 0 : padding,
        outputPadding == null ? 0 : outputPadding,
        dilation == null ? 1 : dilation,
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
        List.of(kernel),
        List.of(stride),
        List.of(padding),
        List.of(outputPadding),
        List.of(dilation),
        groups,
        bias);
  }
}
