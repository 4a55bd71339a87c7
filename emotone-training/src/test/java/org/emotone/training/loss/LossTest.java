package org.emotone.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.training.engine.LibTorch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LossTest {

  private static final Offset<Double> CLOSE = within(1e-5);
  private static final float[] LOGITS = {1, 2, -1, 0.5f, 0.5f, 3};
  private static final float[] SOFT = {0.7f, 0.2f, 0.1f, 0, 0, 1};

  @BeforeAll
  static void loadLibTorch() {
    LibTorch.require();
  }

  @Test
  void crossEntropyIsTheMeanOverExamples() {
    assertThat(loss(new CrossEntropy(), SOFT)).isCloseTo(byHand(SOFT, p -> 1), CLOSE);
  }

  @Test
  void focalLossCountsWhatIsRecognisedForLess() {
    assertThat(loss(new Focal(2), SOFT))
        .isCloseTo(byHand(SOFT, p -> (1 - p) * (1 - p)), CLOSE)
        .isLessThan(loss(new CrossEntropy(), SOFT));
    assertThat(loss(new Focal(0), SOFT)).isEqualTo(loss(new CrossEntropy(), SOFT));
  }

  @Test
  void focalLossHasAFiniteSlopeWhereAClassIsCertain() {
    try (PointerScope scope = new PointerScope()) {
      Tensor logits = tensor(new float[] {200, 0, 0, 0, 200, 0}).set_requires_grad(true);
      Tensor loss = new Focal(0.5).of(logits, tensor(new float[] {1, 0, 0, 1, 0, 0}));
      Tensor slope = torch.grad(new TensorVector(loss), new TensorVector(logits)).get(0);
      assertThat(Double.isFinite(slope.sum().item_double())).isTrue();
    }
  }

  private static double loss(Loss loss, float[] targets) {
    try (PointerScope scope = new PointerScope()) {
      return loss.of(tensor(LOGITS), tensor(targets)).item_double();
    }
  }

  /** −Σ t f(p) log p over both examples, halved. */
  private static double byHand(float[] targets, DoubleUnaryOperator focus) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      double total = 0;
      for (int c = 0; c < 3; c++) {
        total += Math.exp(LOGITS[3 * i + c]);
      }
      for (int c = 0; c < 3; c++) {
        double p = Math.exp(LOGITS[3 * i + c]) / total;
        sum -= targets[3 * i + c] * focus.applyAsDouble(p) * Math.log(p);
      }
    }
    return sum / 2;
  }

  private static Tensor tensor(float[] values) {
    Tensor tensor = torch.empty(2, 3);
    tensor.data_ptr_float().put(values);
    return tensor;
  }
}
