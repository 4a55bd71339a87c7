package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mean over windows of the trailing dimensions.
 *
 * @param kernel size of the window, one number (time) or two (frequency, time)
 * @param stride step between windows
 * @param padding zeros at both ends, which count in the mean; at most half a window
 */
public record AveragePool(List<Integer> kernel, List<Integer> stride, List<Integer> padding)
    implements Layer {

  /** Checks the sizes. */
  public AveragePool {
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    Windows.checkKernel(kernel);
    Windows.check("stride", stride, kernel.size(), 1);
    padding = Padding.fixed(padding).over(kernel.size()).sizes();
    for (int i = 0; i < kernel.size(); i++) {
      if (padding.get(i) > kernel.get(i) / 2) {
        throw new IllegalArgumentException(
            "padding must be at most half the kernel " + kernel + ", was " + padding);
      }
    }
  }

  /** A pool without padding. */
  public AveragePool(List<Integer> kernel, List<Integer> stride) {
    this(kernel, stride, List.of(0));
  }

  /** A pool with what was left out (null) filled in: the stride is the kernel, no padding. */
  @JsonCreator
  public static AveragePool of(
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride,
      @JsonProperty("padding") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> padding) {
    return new AveragePool(
        kernel, stride == null ? kernel : stride, padding == null ? List.of(0) : padding);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2);
    T x = input;
    for (int i = 0; i < kernel.size(); i++) {
      int size = padding.get(i);
      x = size == 0 ? x : operations.pad(x, i + 2, size, size, 0);
    }
    return operations.averagePool(x, kernel, stride);
  }
}
