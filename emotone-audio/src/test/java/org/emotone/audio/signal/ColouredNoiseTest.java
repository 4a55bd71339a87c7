package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColouredNoiseTest {

  private static final int RATE = 16_000;

  /** Power from one frequency up to twice that, over its width, in dB. */
  private static double density(Waveform noise, double hz) {
    Waveform octave = new SpectralFilter(hz, 2 * hz, hz / 50).apply(noise);
    return 10 * Math.log10(Level.power(octave.samples()) / hz);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -1, 0, 1, 2})
  void densityFallsOrRisesByThreeDecibelsAnOctaveForEachPower(double exponent) {
    Waveform noise = Noise.coloured(exponent, 20 * RATE, RATE, 3);
    for (double hz = 60; hz < 3000; hz *= 2) {
      double slope = density(noise, 2 * hz) - density(noise, hz);
      assertThat(slope).as("%.0f Hz", hz).isCloseTo(3.01 * exponent, within(0.5));
    }
    assertThat(Level.of(noise).rmsDb()).isCloseTo(-20, within(0.001));
  }

  @Test
  void sameSeedIsTheSameNoise() {
    assertThat(Noise.coloured(-2, 1000, RATE, 7).samples())
        .isEqualTo(Noise.coloured(-2, 1000, RATE, 7).samples())
        .isNotEqualTo(Noise.coloured(-2, 1000, RATE, 8).samples());
    assertThatThrownBy(() -> Noise.coloured(5, 10, RATE, 1))
        .hasMessage("exponent must be from -4 to 4, was 5.0");
  }
}
