package org.emotone.network;

/**
 * Turns features {@code [batch][frames][coefficients]} into a one-channel picture {@code
 * [batch][1][coefficients][frames]}.
 */
public record Image() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 3);
    return operations.unsqueeze(operations.permute(input, 0, 2, 1), 1);
  }
}
