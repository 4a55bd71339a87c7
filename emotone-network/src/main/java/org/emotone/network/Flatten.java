package org.emotone.network;

/** Merges all dimensions after the batch into one; their extents must be known. */
public record Flatten() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRankAtLeast(shape, 2);
    for (int i = 1; i < shape.length; i++) {
      Shapes.known(shape, i);
    }
    return operations.flatten(input, 1, shape.length - 1);
  }
}
