package org.emotone.network;

import java.util.List;

/**
 * A fully connected layer over the last dimension, with bias.
 *
 * @param units size of the output
 */
public record Dense(int units) implements Layer {

  /** Checks the size. */
  public Dense {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    long in = Shapes.known(shape, shape.length - 1, "dense");
    T weight =
        operations.parameter(
            new Parameter(
                scope.name("weight"), List.of((long) units, in), Initialiser.FAN_IN_UNIFORM, true));
    T bias =
        operations.parameter(
            new Parameter(scope.name("bias"), List.of((long) units), Initialiser.ZEROS, true));
    return operations.dense(input, weight, bias);
  }
}
