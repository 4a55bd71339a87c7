package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A non-linearity, element by element; {@code softmax} along dimension 1. */
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
    SIGMOID,
    /** {@code x · Φ(x)}, exactly, by the error function (Hendrycks and Gimpel, 2016). */
    @JsonProperty("gelu")
    GELU,
    /** {@code x · sigmoid(x)} (Ramachandran et al., 2017), also called swish. */
    @JsonProperty("silu")
    SILU,
    /** {@code x} above zero, {@code 0.01 x} below, PyTorch's slope. */
    @JsonProperty("leakyRelu")
    LEAKY_RELU,
    /** {@code min(max(x, 0), 6)} (Sandler et al., 2018). */
    @JsonProperty("relu6")
    RELU6,
    /** {@code ln(1 + eˣ)}. */
    @JsonProperty("softplus")
    SOFTPLUS,
    /** {@code eˣ} divided by its sum over dimension 1. */
    @JsonProperty("softmax")
    SOFTMAX
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.activation(input, function);
  }
}
