package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class RoomResponseTest {

  private static final int RATE = 16_000;

  /** The time of 60 dB by the slope of Schroeder's backward integral from −5 to −35 dB (T30). */
  private static double t60(float[] response) {
    double[] left = new double[response.length + 1];
    for (int i = response.length - 1; i >= 0; i--) {
      left[i] = left[i + 1] + (double) response[i] * response[i];
    }
    double n = 0;
    double st = 0;
    double sd = 0;
    double stt = 0;
    double std = 0;
    for (int i = 0; i < response.length; i++) {
      double db = 10 * Math.log10(left[i] / left[0]);
      if (db <= -5 && db >= -35) {
        double t = (double) i / RATE;
        n++;
        st += t;
        sd += db;
        stt += t * t;
        std += t * db;
      }
    }
    return -60 / ((n * std - st * sd) / (n * stt - st * st));
  }

  @Property(tries = 40)
  void responseDecaysBySixtyDecibelsInTheGivenTime(
      @ForAll @DoubleRange(min = 0.15, max = 2) double seconds, @ForAll long seed) {
    float[] impulse = new RoomResponse(seconds, 5).impulse(RATE, seed);
    impulse[0] = 0;
    assertThat(t60(impulse) / seconds).isCloseTo(1, within(0.1));
  }

  @Property(tries = 40)
  void directSoundIsAsMuchStrongerAsSaid(
      @ForAll @DoubleRange(min = -20, max = 40) double direct, @ForAll long seed) {
    float[] impulse = new RoomResponse(0.4, direct).impulse(RATE, seed);
    assertThat(impulse[0]).isEqualTo(1);
    impulse[0] = 0;
    double rest = Level.power(impulse) * impulse.length;
    assertThat(-10 * Math.log10(rest)).isCloseTo(direct, within(0.01));
  }

  @Test
  void convolutionIsThatOfTheDefinition() {
    float[] x = Sounds.noise(1, 1, RATE, 50).samples();
    float[] h = Sounds.noise(2, 1, RATE, 20).samples();
    float[] expected = new float[50];
    for (int i = 0; i < 50; i++) {
      for (int k = 0; k < 20 && k <= i; k++) {
        expected[i] += h[k] * x[i - k];
      }
    }
    assertThat(RoomResponse.convolve(x, h)).containsExactly(expected, within(1e-4f));
  }

  @Test
  void clipKeepsItsLengthAndItsPower() {
    Waveform clip = Sounds.sine(440, 0.3, RATE, 8000);
    Waveform heard = new RoomResponse(0.5, 0).apply(clip, 9);
    assertThat(heard.length()).isEqualTo(8000);
    assertThat(Level.of(heard).rmsDb()).isCloseTo(Level.of(clip).rmsDb(), within(0.001));
    assertThat(heard.samples()).isEqualTo(new RoomResponse(0.5, 0).apply(clip, 9).samples());
    Waveform silence = new RoomResponse(0.5, 0).apply(new Waveform(new float[100], RATE), 1);
    assertThat(Level.of(silence).peakDb()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new RoomResponse(0, 0))
        .hasMessage("reverberationSeconds must be from 0.05 to 5 s, was 0.0");
    assertThatThrownBy(() -> new RoomResponse(1, 50))
        .hasMessage("directDb must be from -20 to 40 dB, was 50.0");
  }
}
