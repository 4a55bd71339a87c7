package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {

  private static final int[][] RATES = {
    {48_000, 16_000},
    {44_100, 16_000},
    {24_414, 16_000},
    {24_400, 16_000},
    {22_050, 16_000},
    {16_000, 48_000},
    {8_000, 16_000},
    {96_000, 16_000},
    {192_000, 44_100},
    {16_000, 22_000},
    {44_101, 16_000},
    {16_000, 15_999}
  };

  static List<Arguments> levels() {
    List<Arguments> levels = new ArrayList<>();
    for (int[] rates : RATES) {
      levels.add(Arguments.of(rates[0], rates[1], ResamplingQuality.HIGH, -100));
      levels.add(Arguments.of(rates[0], rates[1], ResamplingQuality.STANDARD, -90));
      levels.add(Arguments.of(rates[0], rates[1], ResamplingQuality.FAST, -75));
    }
    return levels;
  }

  /** A sweep in steps: 25 tones up to the very end of the pass band. */
  @ParameterizedTest
  @MethodSource("levels")
  void tonesOfThePassBandKeepPhaseAndLevelWithoutImages(
      int from, int to, ResamplingQuality quality, double imagesDb) {
    for (int step = 1; step <= 25; step++) {
      double hz = quality.passBand() * step / 25 * Math.min(from, to) / 2;
      Waveform out = Resampler.resample(Sounds.sine(hz, 1, from, from), to, quality);
      Tone tone = Tone.fit(out, hz, to / 4, 3 * to / 4);
      assertThat(20 * Math.log10(tone.amplitude())).as("dB at %.0f Hz", hz).isBetween(-0.05, 0.05);
      assertThat(tone.phase()).as("phase at %.0f Hz", hz).isCloseTo(0, within(1e-3));
      assertThat(tone.restDb()).as("all but %.0f Hz", hz).isLessThan(imagesDb);
    }
  }

  /** A sweep in steps from the new Nyquist frequency to the old one, where these lie apart. */
  @ParameterizedTest
  @MethodSource("levels")
  void whatCannotBeKeptDoesNotFoldBack(
      int from, int to, ResamplingQuality quality, double aliasesDb) {
    double nyquist = to / 2.0;
    for (int step = 0; step < 25 && to < 0.99 * from; step++) {
      double hz = nyquist * 1.0005 + (from / 2.0 - nyquist * 1.001) * step / 25;
      Waveform out = Resampler.resample(Sounds.sine(hz, 1, from, from), to, quality);
      double power = 0;
      for (int i = to / 4; i < 3 * to / 4; i++) {
        power += Math.pow(out.samples()[i], 2);
      }
      double db = 10 * Math.log10(power / (to / 2.0) / 0.5);
      assertThat(db).as("%.0f Hz", hz).isLessThan(aliasesDb);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "48000, 16000, 48001, 16001",
    "16000, 48000, 7, 21",
    "44100, 16000, 1, 1",
    "16000, 44100, 0, 0"
  })
  void theLengthIsRoundedUp(int from, int to, int length, int expected) {
    assertThat(Resampler.resample(new Waveform(new float[length], from), to).length())
        .isEqualTo(expected);
  }

  @Test
  void aConstantStaysConstant() {
    float[] ones = new float[24_414];
    Arrays.fill(ones, 1);
    float[] out = Resampler.resample(new Waveform(ones, 24_414), 16_000).samples();
    for (int i = 1000; i < 15_000; i++) {
      assertThat(out[i]).isCloseTo(1f, within(1e-5f));
    }
  }

  @Test
  void theSameRateChangesNothing() {
    Waveform waveform = Sounds.sine(100, 1, 16_000, 100);
    assertThat(Resampler.resample(waveform, 16_000)).isSameAs(waveform);
  }

  @Test
  void ratesOutOfReachAreRefused() {
    Waveform waveform = new Waveform(new float[10], 384_000);
    assertThatThrownBy(() -> Resampler.resample(waveform, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 384000 Hz to 0 Hz");
    assertThatThrownBy(() -> Resampler.resample(waveform, 374))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factor of 1024");
  }
}
