package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * RMSprop (Hinton, 2012): gradients divided by the root of a running mean of their squares, s ← ρ s
 * + (1 − ρ) g².
 *
 * <p>PyTorch's {@code RMSprop} is {@code {rho: 0.99, epsilon: 1e-8, epsilonPlace: outside}}, Keras'
 * is {@code {rho: 0.9, epsilon: 1e-7, epsilonPlace: inside}}; left out, it is Keras', whose recipes
 * are where RMSprop lives on.
 *
 * @param learningRate in (0, 1], 0.001 when left out
 * @param rho ρ, in [0, 1), 0.9 when left out
 * @param momentum μ of v ← μ v + g / √s, in [0, 1), 0 when left out
 * @param centred whether the square of the running mean of the gradients is taken from s (Graves,
 *     2013, eq. 38-45), false when left out
 * @param epsilon in (0, 0.1], 1e-7 when left out
 * @param epsilonPlace inside when left out
 * @param weightDecay times the weight is added to its gradient (L2), in [0, 1], 0 when left out
 */
public record RmsProp(
    double learningRate,
    double rho,
    double momentum,
    boolean centred,
    double epsilon,
    EpsilonPlace epsilonPlace,
    double weightDecay)
    implements Optimiser {

  /** Checks the ranges. */
  public RmsProp {
    Ranges.above("learningRate", learningRate, 0, 1);
    Ranges.below("rho", rho, 0, 1);
    Ranges.below("momentum", momentum, 0, 1);
    Ranges.above("epsilon", epsilon, 0, 0.1);
    Ranges.within("weightDecay", weightDecay, 0, 1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static RmsProp of(
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("rho") @Nullable Double rho,
      @JsonProperty("momentum") @Nullable Double momentum,
      @JsonProperty("centred") @Nullable Boolean centred,
      @JsonProperty("epsilon") @Nullable Double epsilon,
      @JsonProperty("epsilonPlace") @Nullable EpsilonPlace epsilonPlace,
      @JsonProperty("weightDecay") @Nullable Double weightDecay) {
    return new RmsProp(
        learningRate == null ? 0.001 : learningRate,
        rho == null ? 0.9 : rho,
        momentum == null ? 0 : momentum,
        centred != null && centred,
        epsilon == null ? 1e-7 : epsilon,
        epsilonPlace == null ? EpsilonPlace.INSIDE : epsilonPlace,
        weightDecay == null ? 0 : weightDecay);
  }
}
