package org.emotone.network;

/** Folds frequency into channels: {@code [b][c][f][t]} to {@code [b][c · f][t]}. */
public record FoldFrequency() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 4);
    Shapes.known(operations.shape(input), 2);
    return operations.flatten(input, 1, 2);
  }
}
