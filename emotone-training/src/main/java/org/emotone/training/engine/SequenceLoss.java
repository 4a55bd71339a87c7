package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** What the training of a {@link SequenceTrainer} makes small. */
public enum SequenceLoss {
  /**
   * The energy of {@code scale·answer − target} and of the rest, in dB, the mean over examples: the
   * negative ratio of signal to distortion where the target's energy is 1.
   */
  @JsonProperty("distortion")
  DISTORTION {
    @Override
    Tensor of(Tensor answers, SequenceBatch batch) {
      Tensor error = answers.mul(like(answers, batch.scales())).sub(like(answers, batch.targets()));
      Tensor energy =
          torch
              .sum(error.mul(error), new long[] {1, 2}, false, new ScalarTypeOptional())
              .add(Tensors.create(batch.rests(), batch.size()))
              .add(new Scalar(LEAST));
      return torch.log10(energy).mean().mul(new Scalar(10.0));
    }
  },
  /** The binary cross-entropy of answers and targets, both 0 to 1, the mean over all values. */
  @JsonProperty("crossEntropy")
  CROSS_ENTROPY {
    @Override
    Tensor of(Tensor answers, SequenceBatch batch) {
      return torch.binary_cross_entropy(
          answers, like(answers, batch.targets()), new TensorOptional(), 1);
    }
  };

  private static final double LEAST = 1e-8;

  /** The loss of a batch, a single value, which belongs to the open scope. */
  abstract Tensor of(Tensor answers, SequenceBatch batch);

  private static Tensor like(Tensor answers, float[] values) {
    return Tensors.create(values, answers.shape());
  }
}
