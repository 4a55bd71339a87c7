package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maximum over windows of the trailing dimensions.
 *
 * @param kernel size of the window, one number (time) or two (frequency, time)
 * @param stride step between windows
 * @param padding border that counts as minus infinity: at most half a window, {@code same}, {@code
 *     valid} or {@code causal}
 */
public record MaxPool(List<Integer> kernel, List<Integer> stride, Padding padding)
    implements Layer {

  /** Checks the sizes. */
  public MaxPool {
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    Windows.checkKernel(kernel);
    Windows.check("stride", stride, kernel.size(), 1);
    padding = padding.over(kernel.size());
    for (int i = 0; i < padding.sizes().size(); i++) {
      if (padding.sizes().get(i) > kernel.get(i) / 2) {
        throw new IllegalArgumentException(
            "padding must be at most half the kernel " + kernel + ", was " + padding.sizes());
      }
    }
  }

  /** A pool with the same border at both ends. */
  public MaxPool(List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    this(kernel, stride, Padding.fixed(padding));
  }

  /** A pool with what was left out (null) filled in: the stride is the kernel, no padding. */
  @JsonCreator
  public static MaxPool of(
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride,
      @JsonProperty("padding") @Nullable Padding padding) {
    return new MaxPool(
        kernel, stride == null ? kernel : stride, padding == null ? Padding.fixed(0) : padding);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2);
    List<Integer> dense = Collections.nCopies(kernel.size(), 1);
    return operations.maxPool(
        padding.apply(operations, input, kernel, stride, dense, PaddedBase.LOWEST),
        kernel,
        stride,
        padding.inside(kernel.size()));
  }
}
