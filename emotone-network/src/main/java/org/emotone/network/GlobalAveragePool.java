package org.emotone.network;

import java.util.stream.IntStream;

/** Mean of each channel over all trailing dimensions, {@code [b][c][…]} to {@code [b][c]}. */
public record GlobalAveragePool() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = operations.shape(input).length;
    Shapes.requireRankAtLeast(operations.shape(input), 3);
    return operations.mean(input, IntStream.range(2, rank).toArray());
  }
}
