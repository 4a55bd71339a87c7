package org.emotone.features.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.Test;

class WsolaTest {

  private static final int RATE = 16_000;

  @Property(tries = 30)
  void aStretchedClipHasTheLengthThatTheRateSays(
      @ForAll @IntRange(min = 1, max = 3000) int samples,
      @ForAll @DoubleRange(min = 0.2, max = 5) double rate) {
    Waveform out = Wsola.SPEECH.stretch(new Waveform(Golden.signal(samples), RATE), rate);
    assertThat(out.length()).isEqualTo((int) Math.max(1, Math.rint(samples / rate)));
    for (float sample : out.samples()) {
      assertThat(sample).isFinite();
    }
  }

  @Test
  void rateOfOneChangesNothing() {
    float[] samples = Buzz.of(120, RATE, 8000).samples();
    float[] out = Wsola.SPEECH.stretch(new Waveform(samples, RATE), 1).samples();
    assertThat(out).containsExactly(samples, within(1e-5f));
  }

  // A measurement: the same values in every build.
  @Property(tries = 10, seed = "1")
  void stretchingKeepsThePitch(@ForAll @DoubleRange(min = 0.6, max = 1.6) double rate) {
    Waveform out = Wsola.SPEECH.stretch(Buzz.of(150, RATE, RATE), rate);
    assertThat(Buzz.pitch(out)).isCloseTo(150, within(3.0));
  }

  // A measurement: the same values in every build.
  @Property(tries = 10, seed = "1")
  void shiftingMovesThePitchAndKeepsTheLength(
      @ForAll @DoubleRange(min = -6, max = 6) double semitones) {
    Waveform out = Wsola.SPEECH.shift(Buzz.of(150, RATE, RATE), semitones);
    double expected = 150 * Math.pow(2, semitones / 12);
    assertThat(out.length()).isEqualTo(RATE);
    assertThat(Buzz.pitch(out) / expected).isCloseTo(1, within(0.02));
  }

  @Test
  void loudnessStays() {
    Waveform clip = Buzz.of(150, RATE, RATE);
    double before = Buzz.power(clip);
    for (double rate : new double[] {0.7, 0.9, 1.1, 1.4}) {
      double change = 10 * Math.log10(Buzz.power(Wsola.SPEECH.stretch(clip, rate)) / before);
      assertThat(change).isCloseTo(0, within(0.5));
    }
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Wsola.SPEECH.stretch(Buzz.of(100, RATE, 100), 0))
        .hasMessage("rate must be from 0.1 to 10, was 0");
    assertThatThrownBy(() -> Wsola.SPEECH.shift(Buzz.of(100, RATE, 100), 30))
        .hasMessage("semitones must be from -24 to 24, was 30");
  }
}
