package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecibelsTest {

  private static final double[] POWER = {1, 0.1, 1e-6, 0, 1e-30};

  @Test
  void aFixedReferenceHasAFloorAndKnowsNothingOfTheClip() {
    assertThat(Decibels.FIXED.ofPower(POWER))
        .containsExactly(new double[] {0, -10, -60, -100, -100}, within(1e-12));
  }

  @Test
  void aRangeIsMeasuredFromTheLoudest() {
    assertThat(Decibels.LIBROSA.ofPower(POWER))
        .containsExactly(new double[] {0, -10, -60, -80, -80}, within(1e-12));
  }

  @Test
  void theClipsMaximumCanBeTheReference() {
    Decibels relative = Decibels.of(Reference.CLIP_MAXIMUM, null, 50.0);
    assertThat(relative.ofPower(new double[] {100, 1, 0}))
        .containsExactly(new double[] {0, -20, -50}, within(1e-12));
  }

  @Test
  void amplitudesHaveTwiceTheDecibels() {
    assertThat(Decibels.FIXED.ofAmplitude(new double[] {1, 0.1, 0}))
        .containsExactly(new double[] {0, -20, -100}, within(1e-12));
  }

  @Test
  void aClipWithoutValuesHasNone() {
    assertThat(Decibels.LIBROSA.ofPower(new double[0])).isEmpty();
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> Decibels.of(null, 1.0, null))
        .hasMessage("floorDb must be from -300 to 0, was 1");
    assertThatThrownBy(() -> Decibels.of(null, null, 0.0))
        .hasMessage("rangeDb must be from 1 to 300, was 0");
  }
}
