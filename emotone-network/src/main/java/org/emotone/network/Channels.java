package org.emotone.network;

/**
 * Turns features {@code [batch][frames][coefficients]} into channels over time {@code
 * [batch][coefficients][frames]}.
 */
public record Channels() implements Layer {

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 3);
    return operations.permute(input, 0, 2, 1);
  }
}
