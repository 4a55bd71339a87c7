package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalisationTest {

  private static final FeatureMatrix MATRIX =
      new FeatureMatrix(new float[] {1, 10, 3, 30, 5, 50}, 3, 2);

  @Test
  void perClipHasOneMeanAndDeviation() {
    float[] values = Normalisation.PER_CLIP.apply(MATRIX).values();
    double mean = 16.5;
    double deviation = Math.sqrt((1 + 100 + 9 + 900 + 25 + 2500) / 6.0 - mean * mean);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i])
          .isCloseTo((float) ((MATRIX.values()[i] - mean) / deviation), within(1e-6f));
    }
  }

  @Test
  void perBandHasOneOfEachCoefficient() {
    float[] values = Normalisation.PER_BAND.apply(MATRIX).values();
    float edge = (float) Math.sqrt(1.5);
    assertThat(values).containsExactly(new float[] {-edge, -edge, 0, 0, edge, edge}, within(1e-6f));
  }

  @Test
  void aConstantClipBecomesZeros() {
    FeatureMatrix silence = new FeatureMatrix(new float[] {-100, -100, -100, -100}, 2, 2);
    assertThat(Normalisation.PER_CLIP.apply(silence).values()).containsOnly(0f);
    assertThat(Normalisation.PER_BAND.apply(silence).values()).containsOnly(0f);
  }

  @Test
  void theInputIsLeftAsItWas() {
    Normalisation.PER_CLIP.apply(MATRIX);
    assertThat(MATRIX.values()).containsExactly(1, 10, 3, 30, 5, 50);
  }
}
