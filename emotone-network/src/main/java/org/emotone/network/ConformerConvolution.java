package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The convolution module of the Conformer (Gulati et al., 2020, section 2.2), {@code [b][c][t]} to
 * the same: layer normalisation, a pointwise convolution to twice the channels gated by a sigmoid
 * (Dauphin et al., 2017), a convolution of each channel apart, batch normalisation, swish, a
 * pointwise convolution and dropout, all around which the input passes.
 *
 * @param kernel width of the convolution in time, odd; the paper's is 31
 * @param dropout probability of dropout
 */
public record ConformerConvolution(int kernel, double dropout) implements Layer {

  /** Checks the ranges. */
  public ConformerConvolution {
    Windows.atLeast("kernel", kernel, 1);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd, was " + kernel);
    }
    new Dropout(dropout);
  }

  /** With what was left out (null) filled in as in the paper: kernel 31, dropout 0.1. */
  @JsonCreator
  public static ConformerConvolution of(
      @JsonProperty("kernel") @Nullable Integer kernel,
      @JsonProperty("dropout") @Nullable Double dropout) {
    return new ConformerConvolution(kernel == null ? 31 : kernel, dropout == null ? 0.1 : dropout);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    int channels = (int) Shapes.known(shape, 1);
    T normal = operations.apply(LayerNorm.of(null), scope.child("norm"), input);
    T both = operations.apply(pointwise(2 * channels), scope.child("expand"), normal);
    T gate =
        operations.activation(
            operations.slice(both, 1, channels, 2 * channels), Activation.Function.SIGMOID);
    T gated = operations.multiply(operations.slice(both, 1, 0, channels), gate);
    Layer rest =
        Sequential.of(
            new Conv1d(channels, kernel, 1, kernel / 2, 1, channels, false),
            BatchNorm.of(null, null),
            new Activation(Activation.Function.SILU),
            pointwise(channels),
            new Dropout(dropout));
    return operations.add(input, operations.apply(rest, scope.child("convolution"), gated));
  }

  private static Conv1d pointwise(int filters) {
    return new Conv1d(filters, 1, 1, 0, 1, 1, true);
  }
}
