package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.functional.Functional;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.emotone.features.spectral.SpectralContrast;
import org.emotone.features.spectral.Stft;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every kind of feature. */
class ExtractorsTest {

  private static final int RATE = 16_000;
  private static final Stft STFT = Stft.of(512, 160);

  static List<Extractor> all() {
    Mfcc mfcc = Mfcc.of(null, 13, 22.0);
    return List.of(
        LogMel.SPEECH,
        MelPower.of(null),
        mfcc,
        PcenBands.of(null, null),
        Chroma.of(STFT, null, null, null, null),
        ConstantQChroma.of(64, null, 7, 24, null, null, 0.0),
        TonalCentroids.of(null, true),
        Contrast.of(STFT, new SpectralContrast(200, 5, 0.02)),
        Shapes.of(STFT, null),
        Polynomial.of(STFT, 2),
        Rms.of(400, 160, null),
        ZeroCrossings.of(400, 160, null),
        KaldiBands.of(null),
        KaldiMfcc.of(null, null, null),
        WithDeltas.of(mfcc, null, null, null),
        new Concatenated(List.of(mfcc, Rms.of(400, 160, null))),
        Pooled.of(mfcc, List.of(Functional.MEAN, Functional.DEVIATION)),
        CoefficientMean.of(mfcc));
  }

  private static Stream<DynamicTest> each(Consumer<Extractor> test) {
    return all().stream()
        .map(e -> DynamicTest.dynamicTest(e.getClass().getSimpleName(), () -> test.accept(e)));
  }

  @TestFactory
  Stream<DynamicTest> jsonComesBackTheSame() {
    return each(
        extractor -> {
          FrontEnd frontEnd = FrontEnd.of(RATE, null, extractor, Normalisation.NONE, null);
          assertThat(FrontEnd.fromJson(frontEnd.toJson())).isEqualTo(frontEnd);
        });
  }

  @TestFactory
  Stream<DynamicTest> silenceAConstantAndTenMillisecondsGiveFiniteNumbers() {
    return each(
        extractor -> {
          for (String name : List.of("silence", "constant", "impulse", "short")) {
            Waveform clip = new Waveform(Signals.named(name, 4000), RATE);
            assertFinite(extractor.extract(clip), extractor, clip.length());
          }
        });
  }

  private static void assertFinite(FeatureMatrix matrix, Extractor extractor, int samples) {
    assertThat((long) matrix.frames()).isEqualTo(extractor.frames(samples, RATE)).isPositive();
    assertThat(matrix.coefficients()).isEqualTo(extractor.coefficients());
    for (float value : matrix.values()) {
      assertThat(value).isFinite();
    }
  }

  @Provide
  Arbitrary<Extractor> extractors() {
    return Arbitraries.of(all());
  }

  @Property(tries = 200)
  void aClipOfAnyLengthHasTheDeclaredNumberOfFiniteFrames(
      @ForAll("extractors") Extractor extractor,
      @ForAll @IntRange(min = 1, max = 3000) int samples) {
    Waveform clip = new Waveform(Golden.signal(samples), RATE);
    assertFinite(extractor.extract(clip), extractor, samples);
  }

  @TestFactory
  Stream<DynamicTest> samplesThatAreNoNumbersAreNamed() {
    return each(
        extractor -> {
          float[] samples = Golden.signal(1000);
          samples[7] = Float.NEGATIVE_INFINITY;
          assertThatThrownBy(() -> extractor.extract(new Waveform(samples, RATE)))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("sample 7 is -Infinity");
          assertThatThrownBy(() -> extractor.extract(new Waveform(new float[0], RATE)))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("no samples");
        });
  }

  @TestFactory
  Stream<DynamicTest> theInputIsLeftAsItWas() {
    return each(
        extractor -> {
          float[] samples = Golden.signal(1500);
          extractor.extract(new Waveform(samples, RATE));
          assertThat(samples).containsExactly(Golden.signal(1500));
        });
  }

  @Test
  void partsWithOtherFramesAreRefused() {
    Concatenated uneven = new Concatenated(List.of(LogMel.SPEECH, Rms.of(400, 200, null)));
    assertThatThrownBy(() -> uneven.extract(new Waveform(Golden.signal(4000), RATE)))
        .hasMessageContaining("Rms has 21 of this clip and LogMel has 26")
        .hasMessageContaining("same hop and padding");
  }

  @Test
  void absurdParametersNameTheRange() {
    assertThatThrownBy(() -> ConstantQChroma.of(100, null, null, null, null, null, null))
        .hasMessage("hop must be a multiple of 64 samples, was 100");
    assertThatThrownBy(() -> ConstantQChroma.of(null, null, null, null, 24, null, null))
        .hasMessageContaining("classes must be a multiple of 12 that divides binsPerOctave (36)");
    assertThatThrownBy(() -> Contrast.of(null, null).checkRate(8000))
        .hasMessageContaining("bands.octaves must leave the top band (6400.0 Hz)");
    assertThatThrownBy(() -> Shapes.of(null, List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Chroma.of(null, null, 13, null, null))
        .hasMessage("classes must be a multiple of 12, was 13");
    assertThatThrownBy(
            () ->
                FrontEnd.fromJson("{\"features\":{\"type\":\"pooled\",\"functionals\":[\"men\"]}}"))
        .hasMessageContaining("features.functionals[0]: \"men\" is unknown; allowed are")
        .hasMessageContaining("mean,");
  }
}
