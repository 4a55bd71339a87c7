package org.emotone.features.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.junit.jupiter.api.Test;

class VocalTractTest {

  private static final int RATE = 16_000;

  /** A buzz through resonators at the formants of a vowel, in Hz. */
  private static Waveform vowel(double pitch, double... formants) {
    float[] samples = Buzz.of(pitch, RATE, RATE).samples().clone();
    for (double hz : formants) {
      double r = Math.exp(-Math.PI * 120 / RATE);
      double a = 2 * r * Math.cos(2 * Math.PI * hz / RATE);
      double y1 = 0;
      double y2 = 0;
      for (int i = 0; i < samples.length; i++) {
        double y = samples[i] * (1 - r) + a * y1 - r * r * y2;
        y2 = y1;
        y1 = y;
        samples[i] = (float) y;
      }
    }
    return new Waveform(samples, RATE);
  }

  /** The centre of power between two frequencies, in Hz. */
  private static double centre(Waveform clip, double from, double to) {
    Spectrogram power = Stft.of(2048, 512).power(clip.samples());
    double sum = 0;
    double weighted = 0;
    for (int frame = 4; frame < power.frames() - 4; frame++) {
      for (int bin = 0; bin < power.bins(); bin++) {
        double hz = bin * RATE / 2048.0;
        if (hz >= from && hz <= to) {
          sum += power.get(frame, bin);
          weighted += hz * power.get(frame, bin);
        }
      }
    }
    return weighted / sum;
  }

  // A measurement: the same values in every build.
  @Property(tries = 12, seed = "1")
  void pitchLengthAndTempoStay(@ForAll @DoubleRange(min = 0.8, max = 1.25) double factor) {
    Waveform out = new VocalTract(factor, 4800).apply(vowel(120, 700, 1800));
    assertThat(out.length()).isEqualTo(RATE);
    assertThat(Buzz.pitch(out)).isCloseTo(120, within(1.0));
  }

  @Test
  void formantsMoveByTheFactor() {
    Waveform clip = vowel(100, 1600);
    double before = centre(clip, 1100, 2300);
    for (double factor : new double[] {0.85, 0.9, 1.1, 1.2}) {
      double after = centre(new VocalTract(factor, 4800).apply(clip), 1000, 2600);
      assertThat(after / before).as("%.2f", factor).isCloseTo(factor, within(0.06));
    }
  }

  @Test
  void factorOfOneChangesNothing() {
    Waveform clip = vowel(120, 700, 1800);
    float[] out = new VocalTract(1, 4800).apply(clip).samples();
    assertThat(out).containsExactly(clip.samples(), within(1e-5f));
  }

  @Test
  void anyRateAndLengthIsTaken() {
    for (int rate : new int[] {8000, 22_050, 48_000}) {
      for (int length : new int[] {1, 100, 5000}) {
        Waveform out = new VocalTract(1.1, 4800).apply(Buzz.of(110, rate, length));
        assertThat(out.length()).isEqualTo(length);
      }
    }
    assertThatThrownBy(() -> new VocalTract(3, 4800))
        .hasMessage("factor must be from 0.5 to 2, was 3");
  }
}
