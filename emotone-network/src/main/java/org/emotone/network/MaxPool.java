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
 * @param padding border that counts as minus infinity, at most half a window
 */
public record MaxPool(List<Integer> kernel, List<Integer> stride, List<Integer> padding)
    implements Layer {

  /** Checks the sizes. */
  public MaxPool {
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    padding = List.copyOf(padding);
    Windows.checkKernel(kernel);
    Windows.check("stride", stride, kernel.size(), 1);
    Windows.check("padding", padding, kernel.size(), 0);
    for (int i = 0; i < kernel.size(); i++) {
      if (padding.get(i) > kernel.get(i) / 2) {
        throw new IllegalArgumentException(
            "padding must be at most half the kernel " + kernel + ", was " + padding);
      }
    }
  }

  /** A pool with what was left out (null) filled in: the stride is the kernel, no padding. */
  @JsonCreator
  public static MaxPool of(
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride,
      @JsonProperty("padding") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> padding) {
    return new MaxPool(
        kernel,
        stride == null ? kernel : stride,
        padding == null ? Collections.nCopies(kernel.size(), 0) : padding);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2);
    return operations.maxPool(input, kernel, stride, padding);
  }
}
