package org.emotone.features.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.emotone.features.spectral.Stft;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PhaseVocoderTest {

  private static final int RATE = 16_000;
  private static final PhaseVocoder VOCODER = new PhaseVocoder(Stft.of(512, 128));

  private static Waveform clip(JsonNode golden) {
    return new Waveform(Signals.named(golden.get("signal").asText(), 3000), RATE);
  }

  @TestFactory
  Stream<DynamicTest> stretchedSamplesAreLibrosas() {
    return Golden.tests(
        "dynamics",
        "stretch",
        golden -> {
          Waveform slow = VOCODER.stretch(clip(golden), golden.get("rate").asDouble());
          assertThat(slow.length()).isEqualTo(golden.get("length").asInt());
          Golden.assertClose(everySeventh(slow), golden, 0, 1e-4);
        });
  }

  /** Resampled by another filter than librosa's soxr, which differs near half the sample rate. */
  @TestFactory
  Stream<DynamicTest> shiftedSamplesAreLibrosasUpToTheResampler() {
    return Golden.tests(
        "dynamics",
        "shift",
        golden -> {
          Waveform high = VOCODER.shift(clip(golden), golden.get("steps").asDouble());
          assertThat(high.length()).isEqualTo(golden.get("length").asInt());
          double[] expected = Golden.doubles(golden.get("values"));
          double[] actual = everySeventh(high);
          double error = 0;
          double power = 0;
          for (int i = 0; i < expected.length; i++) {
            error += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            power += expected[i] * expected[i];
          }
          assertThat(10 * Math.log10(power / error)).isGreaterThan(25);
        });
  }

  private static double[] everySeventh(Waveform clip) {
    double[] some = new double[(clip.length() + 6) / 7];
    for (int i = 0; i < some.length; i++) {
      some[i] = clip.samples()[7 * i];
    }
    return some;
  }

  @Property(tries = 30)
  void aStretchedClipHasTheLengthThatTheRateSays(
      @ForAll @IntRange(min = 1, max = 3000) int samples,
      @ForAll @DoubleRange(min = 0.2, max = 5) double rate) {
    Waveform out = VOCODER.stretch(new Waveform(Golden.signal(samples), RATE), rate);
    assertThat(out.length()).isEqualTo((int) Math.max(1, Math.rint(samples / rate)));
    for (float sample : out.samples()) {
      assertThat(sample).isFinite();
    }
  }

  @Test
  void aToneStretchedKeepsItsPitchAndShiftedChangesIt() {
    float[] tone = new float[RATE];
    for (int i = 0; i < RATE; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * 440 * i / RATE);
    }
    Waveform clip = new Waveform(tone, RATE);
    assertThat(crossings(VOCODER.stretch(clip, 0.5))).isCloseTo(440, within(4.0));
    assertThat(crossings(VOCODER.shift(clip, 12))).isCloseTo(880, within(8.0));
  }

  /** The frequency of a tone by its zero crossings over the middle half, in Hz. */
  private static double crossings(Waveform clip) {
    int from = clip.length() / 4;
    int to = 3 * from;
    int count = 0;
    for (int i = from; i < to; i++) {
      count += clip.samples()[i] < 0 != clip.samples()[i + 1] < 0 ? 1 : 0;
    }
    return (double) count * RATE / 2 / (to - from);
  }

  @Test
  void absurdRatesAreRefused() {
    Waveform clip = new Waveform(new float[100], RATE);
    assertThatThrownBy(() -> VOCODER.stretch(clip, 0))
        .hasMessage("rate must be from 0.1 to 10, was 0");
    assertThatThrownBy(() -> VOCODER.shift(clip, Double.NaN))
        .hasMessage("semitones must be from -24 to 24, was NaN");
    assertThatThrownBy(() -> VOCODER.stretch(new Waveform(new float[0], RATE), 1))
        .hasMessageContaining("no samples");
  }
}
