package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019). Biases and the weights of
 * normalisation, which have one dimension, do not decay. As PyTorch's {@code AdamW}.
 *
 * @param learningRate in (0, 1], 0.002 when left out
 * @param weightDecay fraction of a weight that is taken away per unit of learning rate, in [0, 1],
 *     0.01 when left out
 * @param beta1 decay of the mean of gradients, in [0, 1), 0.9 when left out
 * @param beta2 decay of the mean of squared gradients, in [0, 1), 0.999 when left out
 * @param epsilon added to the root of the latter, in (0, 0.1], 1e-8 when left out
 */
public record AdamW(
    double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
    implements Optimiser {

  /** Checks the ranges. */
  public AdamW {
    Ranges.above("learningRate", learningRate, 0, 1);
    Ranges.within("weightDecay", weightDecay, 0, 1);
    Ranges.below("beta1", beta1, 0, 1);
    Ranges.below("beta2", beta2, 0, 1);
    Ranges.above("epsilon", epsilon, 0, 0.1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static AdamW of(
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("weightDecay") @Nullable Double weightDecay,
      @JsonProperty("beta1") @Nullable Double beta1,
      @JsonProperty("beta2") @Nullable Double beta2,
      @JsonProperty("epsilon") @Nullable Double epsilon) {
    return new AdamW(
        learningRate == null ? 0.002 : learningRate,
        weightDecay == null ? 0.01 : weightDecay,
        beta1 == null ? 0.9 : beta1,
        beta2 == null ? 0.999 : beta2,
        epsilon == null ? 1e-8 : epsilon);
  }
}
