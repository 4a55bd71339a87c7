package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation over dimension 1 (Ioffe and Szegedy, 2015).
 *
 * @param momentum weight of the new batch in the running statistics, 0.1 when left out
 * @param epsilon added to the variance, 1e-5 when left out
 */
public record BatchNorm(@Nullable Double momentum, @Nullable Double epsilon) implements Layer {

  /** Checks the ranges and fills in what was left out. */
  public BatchNorm {
    momentum = momentum == null ? 0.1 : momentum;
    epsilon = epsilon == null ? 1e-5 : epsilon;
    if (!(momentum > 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum must be in (0, 1], was " + momentum);
    }
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon must be in (0, 1), was " + epsilon);
    }
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    List<Long> shape = List.of(Shapes.known(operations.shape(input), 1, "batchNorm"));
    return operations.batchNorm(
        input,
        operations.parameter(new Parameter(scope.name("weight"), shape, Initialiser.ONES, true)),
        operations.parameter(new Parameter(scope.name("bias"), shape, Initialiser.ZEROS, true)),
        operations.parameter(
            new Parameter(scope.name("runningMean"), shape, Initialiser.ZEROS, false)),
        operations.parameter(
            new Parameter(scope.name("runningVariance"), shape, Initialiser.ONES, false)),
        momentum,
        epsilon);
  }
}
