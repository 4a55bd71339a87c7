package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class FeatureSummaryTest {

  private static final Offset<Float> CLOSE = within(1e-5f);

  private static FeatureMatrix noise(int frames, int coefficients) {
    Random random = new Random(3);
    float[] values = new float[frames * coefficients];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new FeatureMatrix(values, frames, coefficients);
  }

  @Test
  void itHoldsMeansDeviationsChangesAndDistancesOfNeighbours() {
    FeatureMatrix features = new FeatureMatrix(new float[] {1, 4, 8, 3, 8, 14}, 2, 3);
    assertThat(FeatureSummary.of(features))
        .hasSize(FeatureSummary.size(3))
        .containsExactly(new float[] {2, 6, 11, 1, 2, 3, 2, 4, 6, 4, 5}, CLOSE);
  }

  @Test
  void whatStandsOutInFewCoefficientsDoesNotCount() {
    float[] values = new float[30 * 20];
    for (int i = 0; i < values.length; i++) {
      int frame = i / 20;
      values[i] = (float) Math.sin(frame) + 0.001f * (i % 20);
    }
    float[] plain = FeatureSummary.of(new FeatureMatrix(values.clone(), 30, 20));
    for (int t = 0; t < 30; t++) {
      values[20 * t + 11] = 40;
      values[20 * t + 12] = 35;
    }
    assertThat(FeatureSummary.of(new FeatureMatrix(values, 30, 20)))
        .containsExactly(plain, within(0.01f));
  }

  @Test
  void oneCoefficientHasNoNeighbourAndOneFrameNoChange() {
    assertThat(FeatureSummary.of(new FeatureMatrix(new float[] {1, 3}, 2, 1)))
        .containsExactly(new float[] {2, 1, 2}, CLOSE);
    assertThat(FeatureSummary.of(new FeatureMatrix(new float[] {1, 3}, 1, 2)))
        .containsExactly(new float[] {1, 3, 0, 0, 0, 0, 2}, CLOSE);
    assertThatThrownBy(() -> FeatureSummary.of(new FeatureMatrix(new float[0], 0, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a frame");
  }

  @Test
  void backwardsIsTheSame() {
    FeatureMatrix features = noise(40, 6);
    float[] backwards = new float[features.values().length];
    for (int t = 0; t < 40; t++) {
      System.arraycopy(features.values(), 6 * t, backwards, 6 * (39 - t), 6);
    }
    assertThat(FeatureSummary.of(new FeatureMatrix(backwards, 40, 6)))
        .containsExactly(FeatureSummary.of(features), CLOSE);
  }

  @Test
  void anOffsetMovesTheMeansAloneAndAFactorMultipliesAll() {
    FeatureMatrix features = noise(40, 6);
    float[] plain = FeatureSummary.of(features);
    float[] moved = features.values().clone();
    float[] doubled = features.values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += 3;
      doubled[i] *= 2;
    }
    float[] offset = FeatureSummary.of(new FeatureMatrix(moved, 40, 6));
    float[] factor = FeatureSummary.of(new FeatureMatrix(doubled, 40, 6));
    for (int i = 0; i < plain.length; i++) {
      assertThat(offset[i]).isCloseTo(plain[i] + (i < 6 ? 3 : 0), CLOSE);
      assertThat(factor[i]).isCloseTo(2 * plain[i], CLOSE);
    }
  }

  @Test
  void longerSoundOfTheSameKindHasNearlyTheSameSummary() {
    float[] brief = FeatureSummary.of(noise(2000, 3));
    assertThat(FeatureSummary.of(noise(8000, 3))).containsExactly(brief, within(0.1f));
  }

  @Test
  void functionalsAreToldByGroupsOfNeighbours() {
    float[] values = new float[640];
    Arrays.fill(values, 0, 5, -2);
    Arrays.fill(values, 635, 640, 3);

    float[] summary = FeatureSummary.of(new FeatureMatrix(values, 1, 640));

    assertThat(summary).hasSize(FeatureSummary.size(640));
    assertThat(summary[0]).isEqualTo(2);
    assertThat(summary[1]).isZero();
    assertThat(summary[127]).isEqualTo(3);
  }
}
