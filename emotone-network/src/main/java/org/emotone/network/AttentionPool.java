package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mean over time weighted by learned attention, {@code [b][c][t]} to {@code [b][c]}, or with the
 * weighted standard deviation beside it to {@code [b][2c]} (Okabe et al., 2018: attentive
 * statistics).
 *
 * @param units width of the scoring layer
 * @param deviation whether the weighted deviation follows the mean
 */
public record AttentionPool(int units, boolean deviation) implements Layer {

  private static final double VARIANCE_FLOOR = 1e-5;

  /** Checks the size. */
  public AttentionPool {
    Windows.atLeast("units", units, 1);
  }

  /** A pool without deviation unless {@code deviation} is given and true. */
  @JsonCreator
  public static AttentionPool of(
      @JsonProperty(value = "units", required = true) int units,
      @JsonProperty("deviation") @Nullable Boolean deviation) {
    return new AttentionPool(units, deviation != null && deviation);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 3);
    T hidden = pointwise(units).forward(operations, scope.child("hidden"), input);
    T scores =
        pointwise(1)
            .forward(
                operations,
                scope.child("score"),
                operations.activation(hidden, Activation.Function.TANH));
    T weights = operations.softmax(scores, 2);
    T mean = operations.sum(operations.multiply(input, weights), 2);
    if (!deviation) {
      return mean;
    }
    T centred = operations.subtract(input, operations.unsqueeze(mean, 2));
    T variance =
        operations.sum(operations.multiply(operations.multiply(centred, centred), weights), 2);
    return operations.concatenate(
        List.of(mean, operations.squareRoot(variance, VARIANCE_FLOOR)), 1);
  }

  private static Conv1d pointwise(int filters) {
    return new Conv1d(filters, 1, 1, 0, 1, 1, true);
  }
}
