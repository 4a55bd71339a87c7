package org.emotone.network;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maximum over windows of the trailing dimensions.
 *
 * @param kernel size of the window, one number (time) or two (frequency, time)
 * @param stride step between windows, the kernel when left out
 * @param padding border that counts as minus infinity, none when left out
 */
public record MaxPool(
    List<Integer> kernel, @Nullable List<Integer> stride, @Nullable List<Integer> padding)
    implements Layer {

  /** Checks the sizes and fills in what was left out. */
  public MaxPool {
    kernel = List.copyOf(kernel);
    stride = stride == null ? kernel : List.copyOf(stride);
    padding = padding == null ? Collections.nCopies(kernel.size(), 0) : List.copyOf(padding);
    Convolution.check(1, kernel.size(), List.of(kernel, stride), padding);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), kernel.size() + 2, "maxPool");
    return operations.maxPool(input, kernel, stride, padding);
  }
}
