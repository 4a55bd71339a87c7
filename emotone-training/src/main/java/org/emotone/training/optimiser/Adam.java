package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1), as PyTorch's {@code Adam}. Keras' adds its epsilon,
 * 1e-7, before the bias of the squares is corrected, which is an epsilon of 1e-7 / √(1 − β₂ᵗ) here.
 *
 * @param learningRate in (0, 1], 0.001 when left out
 * @param weightDecay times the weight is added to its gradient (L2), so that it goes through the
 *     moments, unlike {@link AdamW}'s; in [0, 1], 0 when left out
 * @param beta1 decay of the mean of gradients, in [0, 1), 0.9 when left out
 * @param beta2 decay of the mean of squared gradients, in [0, 1), 0.999 when left out
 * @param epsilon added to the root of the latter, in (0, 0.1], 1e-8 when left out
 */
public record Adam(
    double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
    implements Optimiser {

  /** Checks the ranges. */
  public Adam {
    Ranges.above("learningRate", learningRate, 0, 1);
    Ranges.within("weightDecay", weightDecay, 0, 1);
    Ranges.below("beta1", beta1, 0, 1);
    Ranges.below("beta2", beta2, 0, 1);
    Ranges.above("epsilon", epsilon, 0, 0.1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Adam of(
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("weightDecay") @Nullable Double weightDecay,
      @JsonProperty("beta1") @Nullable Double beta1,
      @JsonProperty("beta2") @Nullable Double beta2,
      @JsonProperty("epsilon") @Nullable Double epsilon) {
    return new Adam(
        learningRate == null ? 0.001 : learningRate,
        weightDecay == null ? 0 : weightDecay,
        beta1 == null ? 0.9 : beta1,
        beta2 == null ? 0.999 : beta2,
        epsilon == null ? 1e-8 : epsilon);
  }
}
