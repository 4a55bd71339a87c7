package org.emotone.network;

/** A non-linearity, element by element. */
public record Activation(Function function) implements Layer {

  /** The non-linearities. */
  public enum Function {
    /** {@code max(x, 0)}. */
    RELU,
    /** {@code x} above zero, {@code eˣ − 1} below. */
    ELU,
    /** Hyperbolic tangent. */
    TANH,
    /** {@code 1 / (1 + e⁻ˣ)}. */
    SIGMOID
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.activation(input, function);
  }
}
