package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.Test;

class PredictorTest {

  @Test
  void aClipGetsTheSameLogitsAloneAndAmongOthers() {
    Examples examples = Samples.examples(40, 3);
    try (Predictor predictor = new Predictor(Samples.network(), Samples.network().initial(1))) {
      float[][] together = predictor.logits(examples.features());
      for (int i = 0; i < examples.size(); i++) {
        assertThat(predictor.logits(examples.features().get(i)))
            .hasSize(Samples.CLASSES)
            .containsExactly(together[i], within(1e-5f));
      }
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    Map<String, Tensor> weights = Samples.network().initial(1);
    weights.put("9.bias", new Tensor(new long[] {5}, new float[5]));
    assertThatThrownBy(() -> new Predictor(Samples.network(), weights))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("9.bias should have the shape [3] but has [5]");
    weights.remove("1.weight");
    assertThatThrownBy(() -> new Predictor(Samples.network(), weights))
        .hasMessageContaining("1.weight should have the shape [6, 1, 3, 3] but is missing");
  }

  @Test
  void recallIsAveragedOverTheClassesThatOccur() {
    float[][] logits = {{2, 0, 0}, {0, 3, 0}, {1, 0, 0}, {1, 0, 0}};
    Validation validation = Validation.of(logits, new int[] {0, 1, 1, 1}, 3);
    assertThat(validation.uar()).isCloseTo((1 + 1.0 / 3) / 2, within(1e-12));
    assertThat(validation.accuracy()).isCloseTo(0.5, within(1e-12));
    double loss =
        Math.log(Math.exp(2) + 2) - 2 + Math.log(Math.exp(3) + 2) - 3 + 2 * Math.log(Math.E + 2);
    assertThat(validation.loss()).isCloseTo(loss / 4, within(1e-9));
  }

  @Test
  void furtherOutputsDoNotCount() {
    float[][] outputs = {{2, 0, 9}, {0, 1, 9}};
    double loss = Math.log(Math.exp(2) + 1) - 2 + Math.log(Math.exp(1) + 1) - 1;
    Validation validation = Validation.of(outputs, new int[] {0, 1}, 2);
    assertThat(validation.loss()).isCloseTo(loss / 2, within(1e-9));
    assertThat(validation.accuracy()).isEqualTo(1);
  }
}
