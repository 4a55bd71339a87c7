package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A fully connected layer over the last dimension, {@code [b][…][in]} to {@code [b][…][units]};
 * weights are drawn as PyTorch draws them (uniform in ±1 / √in), biases start at 0.
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
    List<Long> outputs = List.of((long) units);
    T weight =
        operations.parameter(
            scope.trained("weight", List.of((long) units, in), Initialiser.FAN_IN_UNIFORM));
    T bias = operations.parameter(scope.trained("bias", outputs, Initialiser.ZEROS));
    return operations.dense(input, weight, bias);
  }
}
