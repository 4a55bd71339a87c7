package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Gradient descent on batches, with momentum (Polyak, 1964) or Nesterov's (Sutskever et al., 2013)
 * in PyTorch's form: v ← μ v + g, then w ← w − η v, or w ← w − η (g + μ v) with Nesterov's. Keras
 * puts the learning rate into v, which is the same as long as the rate stays.
 *
 * @param learningRate η, in (0, 10], 0.01 when left out
 * @param momentum μ, in [0, 1), 0 when left out
 * @param nesterov whether the gradient is taken ahead, which needs a momentum; false when left out
 * @param weightDecay times the weight is added to its gradient (L2), in [0, 1], 0 when left out
 */
public record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay)
    implements Optimiser {

  /** Checks the ranges. */
  public Sgd {
    Ranges.above("learningRate", learningRate, 0, 10);
    Ranges.below("momentum", momentum, 0, 1);
    Ranges.within("weightDecay", weightDecay, 0, 1);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("nesterov needs a momentum above 0, such as 0.9");
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Sgd of(
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("momentum") @Nullable Double momentum,
      @JsonProperty("nesterov") @Nullable Boolean nesterov,
      @JsonProperty("weightDecay") @Nullable Double weightDecay) {
    return new Sgd(
        learningRate == null ? 0.01 : learningRate,
        momentum == null ? 0 : momentum,
        nesterov != null && nesterov,
        weightDecay == null ? 0 : weightDecay);
  }
}
