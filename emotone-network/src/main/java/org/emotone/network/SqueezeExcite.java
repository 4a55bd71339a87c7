package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Weighs each channel of {@code [b][c][…]} by what all of them say on the average (Hu et al.,
 * 2018): the mean over the trailing dimensions, a dense layer to {@code c / reduction} values with
 * a rectifier, one back to {@code c} with a sigmoid, and the product with the input.
 *
 * @param reduction by how much the dense layers narrow; the paper's is 16
 */
public record SqueezeExcite(int reduction) implements Layer {

  /** Checks the range. */
  public SqueezeExcite {
    Windows.atLeast("reduction", reduction, 1);
  }

  /** With a reduction of 16 where it is left out (null). */
  @JsonCreator
  public static SqueezeExcite of(@JsonProperty("reduction") @Nullable Integer reduction) {
    return new SqueezeExcite(reduction == null ? 16 : reduction);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRankAtLeast(shape, 3);
    int channels = (int) Shapes.known(shape, 1);
    Layer gate =
        Sequential.of(
            new GlobalAveragePool(),
            new Dense(Math.max(1, channels / reduction)),
            new Activation(Activation.Function.RELU),
            new Dense(channels),
            new Activation(Activation.Function.SIGMOID));
    T weights = operations.apply(gate, scope, input);
    for (int dimension = 2; dimension < shape.length; dimension++) {
      weights = operations.unsqueeze(weights, dimension);
    }
    return operations.multiply(input, weights);
  }
}
