package org.emotone.features.kaldi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Window;
import org.emotone.features.spectral.WindowShape;
import org.emotone.features.spectral.WindowSymmetry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KaldiFbankTest {

  private static Spectrogram fbank(JsonNode golden) {
    WindowShape shape = Golden.constant(WindowShape.class, golden.get("window").asText());
    KaldiOptions options =
        KaldiOptions.of(
            null,
            null,
            golden.get("bands").asInt(),
            null,
            null,
            null,
            Window.of(shape, WindowSymmetry.SYMMETRIC, null),
            Golden.constant(SnipEdges.class, golden.get("edges").asText()));
    float[] samples = Signals.named(golden.get("signal").asText(), 2000);
    return KaldiFbank.of(options, 16_000).apply(samples);
  }

  @TestFactory
  Stream<DynamicTest> bandsAreThoseOfTorchaudiosPort() {
    return Golden.tests(
        "kaldi", "fbank", golden -> Golden.assertClose(fbank(golden).values(), golden, 1e-4, 1e-4));
  }

  @TestFactory
  Stream<DynamicTest> cepstraAreThoseOfTorchaudiosPort() {
    return Golden.tests(
        "kaldi",
        "mfcc",
        golden ->
            Golden.assertClose(
                KaldiCepstra.of(fbank(golden), 13, 22).values(), golden, 1e-4, 5e-4));
  }

  /** kaldi-native-fbank computes in single precision and asserts 1e-3 itself. */
  @TestFactory
  Stream<DynamicTest> bandsAreThoseOfKaldiNativeFbank() {
    return Golden.tests(
        "kaldi",
        "native",
        golden -> Golden.assertClose(fbank(golden).values(), golden, 1e-3, 5e-3));
  }

  @Property(tries = 50)
  void aClipOfAnyLengthHasTheDeclaredNumberOfFrames(
      @ForAll @IntRange(min = 1, max = 3000) int samples, @ForAll SnipEdges edges) {
    KaldiOptions options = KaldiOptions.of(null, null, null, null, null, null, null, edges);
    Spectrogram bands = KaldiFbank.of(options, 16_000).apply(Golden.signal(samples));
    assertThat(bands.frames()).isEqualTo((int) options.frames(samples, 16_000));
    for (double value : bands.values()) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void silenceIsTheLogarithmOfTheLeastPower() {
    Spectrogram bands = KaldiFbank.of(KaldiOptions.KALDI, 16_000).apply(new float[400]);
    assertThat(bands.frames()).isEqualTo(1);
    assertThat(bands.values()).containsOnly(Math.log(Math.scalb(1.0, -23)));
  }

  @Test
  void edgesThatDoNotFitTheRateAreNamed() {
    KaldiOptions wide = KaldiOptions.of(null, null, null, null, 9000.0, null, null, null);
    assertThatThrownBy(() -> KaldiFbank.of(wide, 16_000))
        .hasMessageContaining(
            "maxHz must be above minHz (20.0 Hz) and at most half the sample rate")
        .hasMessageContaining("was 9000.0 Hz");
    assertThatThrownBy(() -> KaldiOptions.of(null, null, 3, null, null, null, null, null))
        .hasMessage("bands must be from 4 to 256, was 3");
  }
}
