package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class EmphasisTest {

  private static final Waveform CLIP =
      new Waveform(
          new float[] {0.3103081f, -0.39037135f, 0.34992126f, -0.786463f, 0.0331489f, -0.02066732f},
          16_000);

  /** Golden values: {@code librosa.effects.preemphasis} and {@code deemphasis} of 0.11.0. */
  @Test
  void valuesAreThoseOfLibrosa() {
    assertThat(Emphasis.DEFAULT.emphasise(CLIP).samples())
        .containsExactly(
            new float[] {1.3212956f, -0.6913702f, 0.7285815f, -1.1258867f, 0.7960181f, -0.0528217f},
            within(1e-6f));
    assertThat(new Emphasis(0.9).emphasise(CLIP).samples())
        .containsExactly(
            new float[] {1.3212956f, -0.6696486f, 0.7012554f, -1.1013921f, 0.7409656f, -0.0505013f},
            within(1e-6f));
    assertThat(Emphasis.DEFAULT.deEmphasise(CLIP).samples())
        .containsExactly(
            new float[] {
              -0.0394400f, -0.4286282f, -0.0658481f, -0.8503357f, -0.7916767f, -0.7885938f
            },
            within(1e-6f));
  }

  @Property(tries = 50)
  void deEmphasisTakesItBack(
      @ForAll @DoubleRange(max = 0.99) double coefficient,
      @ForAll @IntRange(max = 500) int length,
      @ForAll long seed) {
    Waveform clip = Sounds.noise(seed, 0.1, 16_000, length);
    Emphasis emphasis = new Emphasis(coefficient);
    assertThat(emphasis.deEmphasise(emphasis.emphasise(clip)).samples())
        .containsExactly(clip.samples(), within(1e-4f));
  }

  @Test
  void coefficientsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Emphasis(1)).hasMessageContaining("coefficient");
    assertThatThrownBy(() -> new Emphasis(-0.1)).hasMessageContaining("coefficient");
  }
}
