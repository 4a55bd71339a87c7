package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseReductionTest {

  static Stream<NoiseReduction> all() {
    return Stream.of(SpectralGate.DEFAULT, WienerFilter.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void burstsOfTonesStandOutMore(NoiseReduction reduction) {
    Waveform clean = bursts();
    for (double snrDb : new double[] {0, 10}) {
      Waveform noisy = Mixture.of(clean, Noise.white(64_000, 16_000, 1), snrDb, 1).waveform();
      double before = SignalToDistortion.db(clean, noisy);
      double after = SignalToDistortion.db(clean, reduction.apply(noisy));
      assertThat(after - before).as("%s at %.0f dB", reduction, snrDb).isGreaterThan(6);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void lengthRateAndPlaceAreKept(NoiseReduction reduction) {
    for (int length : new int[] {0, 1, 100, 16_001}) {
      Waveform reduced = reduction.apply(Sounds.noise(1, 0.1, 22_050, length));
      assertThat(reduced.length()).isEqualTo(length);
      assertThat(reduced.sampleRate()).isEqualTo(22_050);
      for (float sample : reduced.samples()) {
        assertThat(sample).isFinite();
      }
    }
    Waveform silence = new Waveform(new float[5000], 16_000);
    assertThat(Level.of(reduction.apply(silence)).peakDb()).isLessThan(-200);
  }

  @Property(tries = 30)
  void framesThatAreNotChangedAddUpAgain(@ForAll @IntRange(max = 5000) int length) {
    float[] samples = Sounds.noise(length, 0.3, 8000, length).samples();
    Stft stft = new Stft(256);
    float[] sum = new float[length];
    double[] spectrum = new double[256];
    for (int frame = 0; frame < stft.frames(length); frame++) {
      stft.analyse(samples, frame, spectrum);
      stft.synthesise(spectrum, frame, sum);
    }
    assertThat(sum).containsExactly(samples, within(1e-5f));
  }

  @Test
  void theRatioOfSignalToDistortionIgnoresTheGain() {
    Waveform clean = Sounds.sine(100, 0.5, 8000, 8000);
    Waveform other = Sounds.sine(200, 0.05, 8000, 8000);
    float[] both = clean.samples().clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = 3 * (both[i] + other.samples()[i]);
    }
    assertThat(SignalToDistortion.db(clean, new Waveform(both, 8000))).isCloseTo(20, within(1e-3));
    assertThatThrownBy(() -> SignalToDistortion.db(clean, bursts())).hasMessageContaining("length");
    Waveform silence = new Waveform(new float[10], 8000);
    assertThatThrownBy(() -> SignalToDistortion.db(silence, silence))
        .hasMessageContaining("silent");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new WienerFilter(1, -20),
            () -> new WienerFilter(0.9, 0),
            () -> new SpectralGate(Double.NaN, 20),
            () -> new SpectralGate(6, 0));
    wrong.forEach(
        make -> assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class));
  }

  /** Four seconds: half a second of a chord, half a second of silence, and so on. */
  private static Waveform bursts() {
    float[] samples = new float[64_000];
    for (int i = 0; i < samples.length; i++) {
      double t = i / 16_000.0;
      double chord = Math.sin(2 * Math.PI * 220 * t) + Math.sin(2 * Math.PI * 700 * t);
      samples[i] = (float) (t % 1 < 0.5 ? 0.2 * chord : 0);
    }
    return new Waveform(samples, 16_000);
  }
}
