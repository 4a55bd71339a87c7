package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class MixtureTest {

  private static final Waveform SPEECH = Sounds.sine(200, 0.3, 16_000, 16_000);

  @Property(tries = 60)
  void theRatioIsTheOneAskedFor(
      @ForAll @DoubleRange(min = -20, max = 40) double snrDb,
      @ForAll @IntRange(min = 10, max = 50_000) int length,
      @ForAll long seed) {
    Mixture mixture = Mixture.of(SPEECH, Noise.white(length, 16_000, seed), snrDb, seed);
    double ratio = Level.of(SPEECH).rmsDb() - Level.of(mixture.noise()).rmsDb();
    assertThat(ratio).isCloseTo(snrDb, within(1e-3));
    for (int i = 0; i < SPEECH.length(); i += 97) {
      float sum = SPEECH.samples()[i] + mixture.noise().samples()[i];
      assertThat(mixture.waveform().samples()[i]).isEqualTo(sum);
    }
  }

  @Test
  void theSameSeedTakesTheSamePart() {
    Waveform noise = Noise.pink(100_000, 16_000, 1);
    float[] first = Mixture.of(SPEECH, noise, 5, 7).noise().samples();
    assertThat(Mixture.of(SPEECH, noise, 5, 7).noise().samples()).containsExactly(first);
    assertThat(Mixture.of(SPEECH, noise, 5, 8).noise().samples()).isNotEqualTo(first);
  }

  @Test
  void noiseOfAnotherRateIsResampled() {
    Waveform hum = Sounds.sine(50, 0.1, 44_100, 100_000);
    Waveform added = Mixture.of(SPEECH, hum, 0, 1).noise();
    Waveform shifted = new Waveform(added.samples(), 16_000);
    assertThat(Tone.fit(shifted, 50, 2000, 14_000).restDb()).isLessThan(-60);
  }

  @Test
  void whatIsSilentHasNoRatio() {
    Waveform silence = new Waveform(new float[16_000], 16_000);
    assertThatThrownBy(() -> Mixture.of(silence, SPEECH, 0, 1))
        .hasMessageContaining("the speech is silent");
    assertThatThrownBy(() -> Mixture.of(SPEECH, silence, 0, 1))
        .hasMessageContaining("the noise is silent");
    assertThatThrownBy(() -> Mixture.of(SPEECH, SPEECH, Double.NaN, 1))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> Noise.babble(List.of(silence), 10, 16_000, 1))
        .hasMessageContaining("babble");
  }

  @Test
  void pinkNoiseLosesThreeDecibelsAnOctaveAndWhiteNone() {
    for (int rate : new int[] {8000, 48_000}) {
      Waveform pink = Noise.pink(1 << 19, rate, 3);
      Waveform white = Noise.white(1 << 19, rate, 3);
      double pinkFall = octaveDb(pink, rate / 16.0) - octaveDb(pink, rate / 128.0);
      double whiteFall = octaveDb(white, rate / 16.0) - octaveDb(white, rate / 128.0);
      assertThat(pinkFall).isCloseTo(0, within(0.5));
      assertThat(whiteFall).isCloseTo(9.03, within(0.5));
      assertThat(Level.of(pink).rmsDb()).isCloseTo(-20, within(0.01));
    }
  }

  /** Power between a frequency and its double, in dB. */
  private static double octaveDb(Waveform noise, double fromHz) {
    Stft stft = new Stft(4096);
    double sum = 0;
    for (double[] frame : stft.powers(noise.samples())) {
      int from = (int) (fromHz * 4096 / noise.sampleRate());
      for (int bin = from; bin < 2 * from; bin++) {
        sum += frame[bin];
      }
    }
    return 10 * Math.log10(sum);
  }

  @Test
  void babbleHasEveryVoiceAsLoudAsTheOthers() {
    Waveform low = Sounds.sine(300, 0.5, 16_000, 5000);
    Waveform high = Sounds.sine(1000, 0.001, 48_000, 9600);
    Waveform babble = Noise.babble(List.of(low, high), 4000, 16_000, 1);
    double first = Tone.fit(babble, 300, 0, 1600).amplitude();
    double second = Tone.fit(babble, 1000, 0, 1600).amplitude();
    assertThat(first).isPositive();
    assertThat(second).isPositive();
  }
}
