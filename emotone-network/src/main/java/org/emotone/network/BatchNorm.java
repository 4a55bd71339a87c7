package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation over dimension 1 (Ioffe and Szegedy, 2015).
 *
 * @param momentum weight of the new batch in the running statistics
 * @param epsilon added to the variance
 */
public record BatchNorm(double momentum, double epsilon) implements Layer {

  /** Checks the ranges. */
  public BatchNorm {
    if (!(momentum > 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum must be in (0, 1], was " + momentum);
    }
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon must be in (0, 1), was " + epsilon);
    }
  }

  /** A normalisation with what was left out (null) filled in: momentum 0.1, epsilon 1e-5. */
  @JsonCreator
  public static BatchNorm of(
      @JsonProperty("momentum") @Nullable Double momentum,
      @JsonProperty("epsilon") @Nullable Double epsilon) {
    return new BatchNorm(momentum == null ? 0.1 : momentum, epsilon == null ? 1e-5 : epsilon);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] inputShape = operations.shape(input);
    Shapes.requireRankAtLeast(inputShape, 2);
    List<Long> shape = List.of(Shapes.known(inputShape, 1));
    return operations.batchNorm(
        input,
        operations.parameter(scope.trained("weight", shape, Initialiser.ONES)),
        operations.parameter(scope.trained("bias", shape, Initialiser.ZEROS)),
        operations.parameter(scope.observed("runningMean", shape, Initialiser.ZEROS)),
        operations.parameter(scope.observed("runningVariance", shape, Initialiser.ONES)),
        null,
        momentum,
        epsilon);
  }
}
