package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "48000, 16000",
    "44100, 16000",
    "24414, 16000",
    "22050, 16000",
    "16000, 48000",
    "8000, 16000",
    "96000, 16000",
    "16000, 22000",
    "44101, 16000",
    "16000, 15999"
  })
  void tonesOfThePassBandKeepPhaseAndLevel(int from, int to) {
    for (double share : new double[] {0.01, 0.3, 0.6, 0.9}) {
      double hz = share * Math.min(from, to) / 2;
      Waveform out = Resampler.resample(Sounds.sine(hz, 0.5, from, from), to);
      Waveform expected = Sounds.sine(hz, 0.5, to, to);
      // 0.1 dB of gain alone would be -39 dB of error; this also holds the delay to a fraction.
      assertThat(Sounds.errorDb(expected.samples(), out.samples(), to / 4, 3 * to / 4))
          .as("%.0f Hz", hz)
          .isLessThan(-90);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "48000, 16000",
    "44100, 16000",
    "24414, 16000",
    "22050, 16000",
    "96000, 16000",
    "44101, 16000"
  })
  void whatCannotBeKeptDoesNotFoldBack(int from, int to) {
    double nyquist = to / 2.0;
    for (double hz : new double[] {nyquist * 1.001, nyquist * 1.05, (nyquist + from / 2.0) / 2}) {
      Waveform out = Resampler.resample(Sounds.sine(hz, 1, from, from), to);
      double power = 0;
      for (int i = to / 4; i < 3 * to / 4; i++) {
        power += Math.pow(out.samples()[i], 2);
      }
      double db = 10 * Math.log10(power / (to / 2.0) / 0.5);
      assertThat(db).as("%.0f Hz", hz).isLessThan(-90);
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
    java.util.Arrays.fill(ones, 1);
    float[] out = Resampler.resample(new Waveform(ones, 24_414), 16_000).samples();
    for (int i = 1000; i < 15_000; i++) {
      assertThat(out[i]).isCloseTo(1f, org.assertj.core.data.Offset.offset(1e-5f));
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
