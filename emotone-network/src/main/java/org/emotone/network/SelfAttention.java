package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scaled dot-product self-attention with several heads (Vaswani et al., 2017), {@code [b][c][t]} to
 * the same. The projection to queries, keys and values is one matrix in that order, as in PyTorch's
 * {@code MultiheadAttention}, drawn from Glorot's uniform distribution; biases start at 0.
 *
 * @param heads must divide the channels
 * @param dropout probability of dropping a weight of the attention while training
 */
public record SelfAttention(int heads, double dropout) implements Layer {

  /** Checks the ranges. */
  public SelfAttention {
    Windows.atLeast("heads", heads, 1);
    new Dropout(dropout);
  }

  /** Attention whose dropout, left out (null), is 0. */
  @JsonCreator
  public static SelfAttention of(
      @JsonProperty(value = "heads", required = true) int heads,
      @JsonProperty("dropout") @Nullable Double dropout) {
    return new SelfAttention(heads, dropout == null ? 0 : dropout);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    long channels = Shapes.known(shape, 1);
    if (channels % heads != 0) {
      throw new IllegalArgumentException(
          "heads must divide the " + channels + " channels of the input, was " + heads);
    }
    int width = (int) channels;
    T steps = operations.permute(input, 0, 2, 1);
    T all = project(operations, scope.child("in"), steps, 3 * channels, channels);
    T queries = operations.permute(head(operations, all, 0, width), 0, 2, 1, 3);
    T keys = operations.permute(head(operations, all, width, width), 0, 2, 3, 1);
    T values = operations.permute(head(operations, all, 2 * width, width), 0, 2, 1, 3);
    T scale = operations.constant(1 / Math.sqrt(width / (double) heads));
    T scores = operations.matrixProduct(operations.multiply(queries, scale), keys);
    T weights = operations.dropout(operations.softmax(scores, 3), dropout, false);
    T mixed = operations.permute(operations.matrixProduct(weights, values), 0, 2, 1, 3);
    T joined = operations.flatten(mixed, 2, 3);
    T output = project(operations, scope.child("out"), joined, channels, channels);
    return operations.permute(output, 0, 2, 1);
  }

  private <T> T head(Operations<T> operations, T all, int from, int width) {
    return operations.unflatten(
        operations.slice(all, 2, from, from + width), 2, heads, width / heads);
  }

  private static <T> T project(Operations<T> operations, Scope scope, T x, long out, long in) {
    T weight =
        operations.parameter(scope.trained("weight", List.of(out, in), Initialiser.GLOROT_UNIFORM));
    T bias = operations.parameter(scope.trained("bias", List.of(out), Initialiser.ZEROS));
    return operations.dense(x, weight, bias);
  }
}
