package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void temperatureDividesTheLogits() {
    float[] probabilities = new Calibration(2).probabilities(new float[] {0, (float) Math.log(9)});
    assertThat(probabilities).containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
  }

  @Property
  void probabilitiesSumToOneAndKeepTheOrder(
      @ForAll @Size(min = 2, max = 9) float @FloatRange(min = -1e4f, max = 1e4f) [] logits,
      @ForAll @DoubleRange(min = 0.01, max = 100) double temperature) {
    float[] probabilities = new Calibration(temperature).probabilities(logits);
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += probabilities[i];
      for (int j = 0; j < logits.length; j++) {
        if (logits[i] > logits[j]) {
          assertThat(probabilities[i]).isGreaterThanOrEqualTo(probabilities[j]);
        }
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }
}
