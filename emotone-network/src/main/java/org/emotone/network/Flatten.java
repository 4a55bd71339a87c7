package org.emotone.network;

/** Merges all dimensions after the batch into one; their extents must be known. */
public record Flatten() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.flatten(input, 1, operations.shape(input).length - 1);
  }
}
