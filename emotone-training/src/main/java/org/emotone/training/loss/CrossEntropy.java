package org.emotone.training.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Cross-entropy: −Σ t log p. */
public record CrossEntropy() implements Loss {

  @Override
  public Tensor of(Tensor logits, Tensor targets) {
    return torch.log_softmax(logits, 1).mul(targets).sum().mul(new Scalar(-1.0 / logits.size(0)));
  }
}
