package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class AdamWStepsTest {

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void stepsAreThoseOfLibTorchsAdamW() {
    LibTorch.require();
    AdamW options = new AdamW(0.01, 0.1, 0.9, 0.999, 1e-8);
    try (PointerScope scope = new PointerScope()) {
      float[] first = values(12);
      Tensor ours = Tensors.create(first, 3, 4);
      Tensor theirs = Tensors.create(first, 3, 4).set_requires_grad(true);
      AdamWOptions reference = new AdamWOptions(0.01);
      reference.weight_decay().put(0.1);
      org.bytedeco.pytorch.AdamW optimiser =
          new org.bytedeco.pytorch.AdamW(new TensorVector(theirs), reference);
      try (AdamWSteps steps = new AdamWSteps(options, List.of(ours))) {
        for (int i = 0; i < 20; i++) {
          Tensor gradient = Tensors.create(values(12), 3, 4);
          theirs.mutable_grad().put(gradient.clone());
          optimiser.step();
          steps.step(new TensorVector(gradient), 0.01, 0);
        }
        assertThat(Tensors.floats(ours)).containsExactly(Tensors.floats(theirs), within(1e-6f));
      }
    }
  }

  @Test
  void clippingScalesAllGradientsToTheGivenNorm() {
    LibTorch.require();
    try (PointerScope scope = new PointerScope()) {
      Tensor one = Tensors.create(new float[2], 2);
      Tensor two = Tensors.create(new float[1], 1);
      try (AdamWSteps steps = new AdamWSteps(new AdamW(0.1, 0, 0, 0.9, 1e-8), List.of(one, two))) {
        TensorVector gradients =
            new TensorVector(
                Tensors.create(new float[] {2, 0}, 2), Tensors.create(new float[] {4}, 1));
        steps.step(gradients, 0.1, 1);
        double norm = Math.sqrt(20);
        assertThat(Tensors.floats(steps.means().get(0))[0])
            .isCloseTo((float) (2 / norm), within(1e-5f));
        assertThat(Tensors.floats(steps.means().get(1))[0])
            .isCloseTo((float) (4 / norm), within(1e-5f));
      }
    }
  }

  @Test
  void biasesAndNormalisationDoNotDecay() {
    LibTorch.require();
    try (PointerScope scope = new PointerScope()) {
      Tensor weight = torch.ones(2, 2);
      Tensor bias = torch.ones(2);
      try (AdamWSteps steps =
          new AdamWSteps(new AdamW(0.1, 0.5, 0.9, 0.99, 1e-8), List.of(weight, bias))) {
        steps.step(new TensorVector(torch.zeros(2, 2), torch.zeros(2)), 0.1, 0);
      }
      assertThat(Tensors.floats(weight)).containsOnly(0.95f);
      assertThat(Tensors.floats(bias)).containsOnly(1f);
    }
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
