package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mean over time weighted by learned attention, {@code [b][c][t]} to {@code [b][c]}, or with the
 * weighted standard deviation beside it to {@code [b][2c]} (Okabe et al., 2018: attentive
 * statistics).
 *
 * @param units width of the scoring layer
 * @param deviation whether the weighted deviation follows the mean, false when left out
 */
public record AttentionPool(int units, @Nullable Boolean deviation) implements Layer {

  private static final double VARIANCE_FLOOR = 1e-5;

  /** Checks the size and fills in what was left out. */
  public AttentionPool {
    deviation = deviation != null && deviation;
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3, "attentionPool");
    T hidden =
        new Conv1d(units, 1, null, null, null, null, null)
            .forward(operations, scope.child("hidden"), input);
    T scores =
        new Conv1d(1, 1, null, null, null, null, null)
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
}
