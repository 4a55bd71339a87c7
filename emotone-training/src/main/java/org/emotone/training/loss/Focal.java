package org.emotone.training.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Focal loss (Lin et al., 2017, eq. 5), which counts what is already recognised for less: −Σ t (1 −
 * p)^γ log p. Its α are the class weights.
 *
 * @param gamma γ, in [0, 10], 2 when left out; 0 is cross-entropy
 */
public record Focal(double gamma) implements Loss {

  /** Checks the range. */
  public Focal {
    Ranges.within("gamma", gamma, 0, 10);
  }

  /** With the default for what is null. */
  @JsonCreator
  public static Focal of(@JsonProperty("gamma") @Nullable Double gamma) {
    return new Focal(gamma == null ? 2 : gamma);
  }

  @Override
  public Tensor of(Tensor logits, Tensor targets) {
    Tensor logs = torch.log_softmax(logits, 1);
    if (gamma == 0) {
      return new CrossEntropy().of(logits, targets);
    }
    // A base of exactly 0 has no finite slope for an exponent below 1.
    Tensor missing = torch.clamp_min(logs.exp().neg().add(new Scalar(1)), new Scalar(1e-7));
    return missing
        .pow(new Scalar(gamma))
        .mul(logs)
        .mul(targets)
        .sum()
        .mul(new Scalar(-1.0 / logits.size(0)));
  }
}
