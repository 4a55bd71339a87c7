package org.emotone.network;

import java.util.stream.IntStream;

/**
 * Greatest value of each channel over all trailing dimensions, {@code [b][c][…]} to {@code [b][c]}.
 */
public record GlobalMaxPool() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = operations.shape(input).length;
    Shapes.requireRankAtLeast(operations.shape(input), 3);
    return operations.maximum(input, IntStream.range(2, rank).toArray());
  }
}
