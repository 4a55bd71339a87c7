package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A non-linearity, element by element. */
public record Activation(@JsonProperty(required = true) Function function) implements Layer {

  /** The non-linearities. */
  public enum Function {
    /** {@code max(x, 0)}. */
    @JsonProperty("relu")
    RELU,
    /** {@code x} above zero, {@code eˣ − 1} below. */
    @JsonProperty("elu")
    ELU,
    /** Hyperbolic tangent. */
    @JsonProperty("tanh")
    TANH,
    /** {@code 1 / (1 + e⁻ˣ)}. */
    @JsonProperty("sigmoid")
    SIGMOID
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.activation(input, function);
  }
}
