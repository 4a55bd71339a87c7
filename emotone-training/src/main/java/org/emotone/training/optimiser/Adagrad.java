package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Adagrad (Duchi, Hazan and Singer, 2011): gradients divided by the root of the sum of all their
 * squares so far.
 *
 * <p>Left out, it is PyTorch's; Keras' is {@code {learningRate: 0.001, initialSum: 0.1, epsilon:
 * 1e-7, epsilonPlace: inside}}.
 *
 * @param learningRate in (0, 10], 0.01 when left out
 * @param initialSum what the sum of squares begins with, in [0, 100], 0 when left out
 * @param epsilon in (0, 0.1], 1e-10 when left out
 * @param epsilonPlace outside when left out
 * @param weightDecay times the weight is added to its gradient (L2), in [0, 1], 0 when left out
 */
public record Adagrad(
    double learningRate,
    double initialSum,
    double epsilon,
    EpsilonPlace epsilonPlace,
    double weightDecay)
    implements Optimiser {

  /** Checks the ranges. */
  public Adagrad {
    Ranges.above("learningRate", learningRate, 0, 10);
    Ranges.within("initialSum", initialSum, 0, 100);
    Ranges.above("epsilon", epsilon, 0, 0.1);
    Ranges.within("weightDecay", weightDecay, 0, 1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Adagrad of(
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("initialSum") @Nullable Double initialSum,
      @JsonProperty("epsilon") @Nullable Double epsilon,
      @JsonProperty("epsilonPlace") @Nullable EpsilonPlace epsilonPlace,
      @JsonProperty("weightDecay") @Nullable Double weightDecay) {
    return new Adagrad(
        learningRate == null ? 0.01 : learningRate,
        initialSum == null ? 0 : initialSum,
        epsilon == null ? 1e-10 : epsilon,
        epsilonPlace == null ? EpsilonPlace.OUTSIDE : epsilonPlace,
        weightDecay == null ? 0 : weightDecay);
  }
}
