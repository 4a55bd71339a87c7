package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A fully connected layer over the last dimension, with bias.
 *
 * @param units size of the output
 */
public record Dense(@JsonProperty(required = true) int units) implements Layer {

  /** Checks the size. */
  public Dense {
    Windows.atLeast("units", units, 1);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRankAtLeast(shape, 2);
    long in = Shapes.known(shape, shape.length - 1);
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
