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
 */
public record AveragePool(List<Integer> kernel, List<Integer> stride) implements Layer {

  /** Checks the sizes. */
  public AveragePool {
    kernel = List.copyOf(kernel);
    stride = List.copyOf(stride);
    Windows.checkKernel(kernel);
    Windows.check("stride", stride, kernel.size(), 1);
  }

  /** A pool whose stride, left out (null), is its kernel. */
  @JsonCreator
  public static AveragePool of(
      @JsonProperty(value = "kernel", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Integer> kernel,
      @JsonProperty("stride") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> stride) {
    return new AveragePool(kernel, stride == null ? kernel : stride);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2);
    return operations.averagePool(input, kernel, stride);
  }
}
