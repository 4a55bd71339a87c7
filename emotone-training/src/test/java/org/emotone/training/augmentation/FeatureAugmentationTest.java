package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FeatureAugmentationTest {

  @Property(tries = 50)
  void aPeakMovesByTheFactorAndByNoMoreThanAsked(@ForAll long seed) {
    float[] frame = new float[101];
    for (int c = 0; c < frame.length; c++) {
      frame[c] = -Math.abs(c - 50);
    }
    new FrequencyStretch(0.2, 1).change(new SplittableRandom(seed), frame, 0, 1, frame.length);
    int peak = 0;
    for (int c = 1; c < frame.length; c++) {
      peak = frame[c] > frame[peak] ? c : peak;
    }
    double factor = 1 + 0.2 * (2 * new SplittableRandom(seed).nextDouble() - 1);
    assertThat((double) peak).isCloseTo(50 * factor, within(1.0)).isBetween(39.0, 61.0);
  }

  @Test
  void everyFrameIsStretchedAlikeAndNothingElseIsTouched() {
    float[] features = {7, 0, 1, 2, 3, 0, 1, 2, 3, 9};
    new FrequencyStretch(0.5, 1).change(new SplittableRandom(3), features, 1, 2, 4);
    assertThat(features[0]).isEqualTo(7);
    assertThat(features[9]).isEqualTo(9);
    for (int c = 1; c <= 4; c++) {
      assertThat(features[c]).isEqualTo(features[c + 4]);
    }
    assertThat(features[2]).isNotEqualTo(1);
  }

  @Test
  void aConstantFrameStaysAsItIs() {
    float[] features = {2, 2, 2, 2};
    new FrequencyStretch(0.5, 1).change(new SplittableRandom(1), features, 0, 1, 4);
    assertThat(features).containsExactly(2, 2, 2, 2);
  }

  @Property
  void masksAreWholeRowsAndColumnsOfLimitedWidth(@ForAll long seed) {
    float[] values = new float[20 * 10];
    Arrays.fill(values, 1);
    new SpecAugment(2, 3, 2, 4, 1).change(new SplittableRandom(seed), values, 0, 20, 10);
    int rows = 0;
    int columns = 0;
    for (int t = 0; t < 20; t++) {
      rows += maskedRow(values, t) ? 1 : 0;
    }
    for (int c = 0; c < 10; c++) {
      columns += maskedColumn(values, c) ? 1 : 0;
    }
    assertThat(rows).isLessThanOrEqualTo(8);
    assertThat(columns).isLessThanOrEqualTo(6);
    for (int i = 0; i < values.length; i++) {
      boolean masked = maskedRow(values, i / 10) || maskedColumn(values, i % 10);
      assertThat(values[i]).isEqualTo(masked ? 0 : 1);
    }
  }

  @Test
  void masksWiderThanTheExampleCoverAtMostAllOfIt() {
    float[] values = new float[4 * 3];
    new SpecAugment(1, 100, 1, 100, 1).change(new SplittableRandom(1), values, 0, 4, 3);
    assertThat(values).containsOnly(0);
  }

  @Test
  void noiseOfFeaturesHasItsDeviation() {
    float[] values = new float[20_000];
    new FeatureNoise(0.3, 1).change(new SplittableRandom(1), values, 0, 2000, 10);
    assertThat(Math.sqrt(Sounds.power(values))).isCloseTo(0.3, within(0.01));
  }

  @Property
  void lengthChangesByNoMoreThanAsked(@ForAll long seed) {
    double factor = new TimeStretch(0.2, 1).lengthening(new SplittableRandom(seed));
    assertThat(factor).isBetween(0.8, 1.2);
    assertThat(new SpecAugment(1, 1, 1, 1, 1).lengthening(new SplittableRandom(seed))).isOne();
  }

  @Test
  void chainIsDividedByStageAndCompositionsAreOfOne() {
    Chain chain =
        new Chain(
            List.of(
                Sounds.augmentation("{type: timeStretch}"),
                Sounds.augmentation("{type: oneOf, of: [{type: noise}, {type: reverb}]}"),
                Sounds.augmentation("{type: specAugment, p: 0.5}")));
    assertThat(chain.of(Stage.SOUND).steps()).containsExactly(chain.steps().get(1));
    assertThat(chain.of(Stage.FEATURES).steps()).hasSize(2);
    assertThat(chain.of(Stage.SOUND).drawFeatures(new SplittableRandom(1))).isEmpty();
    assertThat(chain.of(Stage.FEATURES).drawFeatures(new SplittableRandom(1)))
        .contains(new TimeStretch(0.1, 1));
    assertThatThrownBy(
            () -> Sounds.augmentation("{type: oneOf, of: [{type: noise}, {type: specAugment}]}"))
        .hasMessageContaining("of must hold augmentations of sound or augmentations of features");
  }

  private static boolean maskedRow(float[] values, int t) {
    float sum = 0;
    for (int c = 0; c < 10; c++) {
      sum += values[t * 10 + c];
    }
    return sum == 0;
  }

  private static boolean maskedColumn(float[] values, int c) {
    float sum = 0;
    for (int t = 0; t < 20; t++) {
      sum += values[t * 10 + c];
    }
    return sum == 0;
  }
}
