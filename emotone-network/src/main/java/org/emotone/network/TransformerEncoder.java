package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Encoder of the Transformer (Vaswani et al., 2017), {@code [b][c][t]} to the same: self-attention
 * and a pointwise network of two layers, each with a residual and layer normalisation, as PyTorch's
 * {@code TransformerEncoderLayer}. Put a {@link PositionalEncoding} before it where order matters.
 *
 * @param layers how many are stacked
 * @param heads of the attention, must divide the channels
 * @param feedForward width of the pointwise network
 * @param dropout probability of dropout, after attention and in the pointwise network
 * @param activation of the pointwise network
 * @param normFirst whether each part normalises its input (Xiong et al., 2020), rather than its sum
 *     with the residual
 */
public record TransformerEncoder(
    int layers,
    int heads,
    int feedForward,
    double dropout,
    Activation.Function activation,
    boolean normFirst)
    implements Layer {

  /** Checks the ranges. */
  public TransformerEncoder {
    Windows.atLeast("layers", layers, 1);
    Windows.atLeast("heads", heads, 1);
    Windows.atLeast("feedForward", feedForward, 1);
    new Dropout(dropout);
  }

  /**
   * With what was left out (null) filled in as in PyTorch: dropout 0.1, a rectifier, normalised
   * sums.
   */
  @JsonCreator
  public static TransformerEncoder of(
      @JsonProperty(value = "layers", required = true) int layers,
      @JsonProperty(value = "heads", required = true) int heads,
      @JsonProperty(value = "feedForward", required = true) int feedForward,
      @JsonProperty("dropout") @Nullable Double dropout,
      @JsonProperty("activation") Activation.@Nullable Function activation,
      @JsonProperty("normFirst") @Nullable Boolean normFirst) {
    return new TransformerEncoder(
        layers,
        heads,
        feedForward,
        dropout == null ? 0.1 : dropout,
        activation == null ? Activation.Function.RELU : activation,
        normFirst != null && normFirst);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    Layer attention = Sequential.of(new SelfAttention(heads, dropout), new Dropout(dropout));
    Layer pointwise =
        Sequential.of(
            pointwise(feedForward),
            new Activation(activation),
            new Dropout(dropout),
            pointwise((int) Shapes.known(shape, 1)),
            new Dropout(dropout));
    T x = input;
    for (int layer = 0; layer < layers; layer++) {
      Scope place = scope.child(layer);
      x = operations.apply(part(attention), place.child("attention"), x);
      x = operations.apply(part(pointwise), place.child("pointwise"), x);
    }
    return x;
  }

  private Layer part(Layer body) {
    LayerNorm norm = LayerNorm.of(null);
    return normFirst
        ? new Residual(Sequential.of(norm, body), null)
        : Sequential.of(new Residual(body, null), norm);
  }

  private static Conv1d pointwise(int filters) {
    return new Conv1d(filters, 1, 1, 0, 1, 1, true);
  }
}
