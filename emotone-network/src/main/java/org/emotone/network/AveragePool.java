package org.emotone.network;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mean over windows of the trailing dimensions.
 *
 * @param kernel size of the window, one number (time) or two (frequency, time)
 * @param stride step between windows, the kernel when left out
 */
public record AveragePool(List<Integer> kernel, @Nullable List<Integer> stride) implements Layer {

  /** Checks the sizes and fills in what was left out. */
  public AveragePool {
    kernel = List.copyOf(kernel);
    stride = stride == null ? kernel : List.copyOf(stride);
    Convolution.check(
        1, kernel.size(), List.of(kernel, stride), Collections.nCopies(kernel.size(), 0));
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2, "averagePool");
    return operations.averagePool(input, kernel, stride);
  }
}
