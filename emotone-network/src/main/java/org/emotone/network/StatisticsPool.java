package org.emotone.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean and standard deviation of each channel over all trailing dimensions, {@code [b][c][…]} to
 * {@code [b][2c]} (Snyder et al., 2017).
 */
public record StatisticsPool() implements Layer {

  /** Variances below this count as this, so that silence has a deviation and a gradient. */
  private static final double VARIANCE_FLOOR = 1e-5;

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = operations.shape(input).length;
    Shapes.requireRankAtLeast(operations.shape(input), 3);
    int[] trailing = IntStream.range(2, rank).toArray();
    T mean = operations.mean(input, trailing);
    T wide = mean;
    for (int i = 2; i < rank; i++) {
      wide = operations.unsqueeze(wide, i);
    }
    T centred = operations.subtract(input, wide);
    T variance = operations.mean(operations.multiply(centred, centred), trailing);
    return operations.concatenate(
        List.of(mean, operations.squareRoot(variance, VARIANCE_FLOOR)), 1);
  }
}
