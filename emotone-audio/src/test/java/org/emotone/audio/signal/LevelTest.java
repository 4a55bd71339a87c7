package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class LevelTest {

  @Test
  void aSineIsThreeDecibelsBelowItsPeak() {
    Level level = Level.of(Sounds.sine(100, 0.5, 8000, 8000));
    assertThat(level.peakDb()).isCloseTo(-6.02, within(0.01));
    assertThat(level.rmsDb()).isCloseTo(-9.03, within(0.01));
  }

  @Test
  void silenceAndNothingAreInfinitelyLow() {
    for (int length : new int[] {0, 5}) {
      assertThat(Level.of(new Waveform(new float[length], 8000)))
          .isEqualTo(new Level(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }
  }

  @Test
  void gainMovesTheLevelBySoMuch() {
    Waveform louder = Level.gain(Sounds.sine(100, 0.5, 8000, 8000), 12);
    assertThat(Level.of(louder).peakDb()).isCloseTo(5.98, within(0.01));
  }

  @Test
  void anOffsetIsTakenOut() {
    Waveform clip = new Waveform(new float[] {0.5f, 0.7f, 0.9f}, 8000);
    assertThat(Level.withoutOffset(clip).samples())
        .containsExactly(new float[] {-0.2f, 0, 0.2f}, within(1e-6f));
    assertThat(Level.withoutOffset(new Waveform(new float[0], 8000)).length()).isZero();
  }

  @Test
  void excerptsAreCutWhereTheWaveformEnds() {
    Waveform clip = Sounds.sine(100, 0.5, 1000, 1000);
    assertThat(new Excerpt(0.25, 0.5).range(clip)).isEqualTo(new Range(250, 750));
    assertThat(new Excerpt(0.9, 0.5).range(clip)).isEqualTo(new Range(900, 1000));
    assertThat(new Excerpt(2, 1).of(clip).length()).isZero();
    Waveform rest = new Excerpt(0.4, Double.POSITIVE_INFINITY).of(clip);
    assertThat(rest.length()).isEqualTo(600);
    assertThat(rest.samples()[0]).isEqualTo(clip.samples()[400]);
  }

  @Test
  void excerptsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Excerpt(-1, 1)).hasMessageContaining("offset");
    assertThatThrownBy(() -> new Excerpt(0, Double.NaN)).hasMessageContaining("duration");
  }
}
