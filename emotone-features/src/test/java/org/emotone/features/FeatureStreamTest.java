package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.scaling.LinearScaler;
import org.emotone.features.scaling.ScalerKind;
import org.emotone.features.spectral.DeltaEdges;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Window;
import org.junit.jupiter.api.Test;

class FeatureStreamTest {

  private static LogMel mel(Padding padding, double hopSeconds) {
    return LogMel.of(
        null, hopSeconds, 20, null, null, null, null, null, padding, null, null, null, null);
  }

  @Provide
  Arbitrary<Extractor> streamable() {
    Stft stft = new Stft(400, 300, 160, Window.HAMMING, Padding.REFLECT);
    Mfcc mfcc = Mfcc.of(mel(Padding.ZERO, 0.01), 12, 22.0);
    return Arbitraries.of(
        mel(Padding.ZERO, 0.01),
        mel(Padding.REFLECT, 0.01),
        mel(Padding.EDGE, 0.01),
        mel(Padding.NONE, 0.01),
        mel(Padding.REFLECT, 0.05),
        mfcc,
        MelPower.of(mel(Padding.EDGE, 0.01)),
        Chroma.of(stft, null, null, null, 0.1),
        Shapes.of(stft, List.of(ShapeMeasure.CENTROID, ShapeMeasure.FLATNESS)),
        Polynomial.of(stft, 1),
        KaldiBands.of(null),
        WithDeltas.of(mfcc, 2, 9, DeltaEdges.INTERPOLATE),
        WithDeltas.of(mfcc, 1, 5, DeltaEdges.NEAREST),
        new Concatenated(List.of(mfcc, Rms.of(700, 160, null), ZeroCrossings.of(320, 160, null))));
  }

  @Property(tries = 250)
  void blocksOfAnySizeGiveWhatTheWholeClipGives(
      @ForAll("streamable") Extractor extractor,
      @ForAll @IntRange(min = 1, max = 9000) int samples,
      @ForAll @IntRange(min = 1, max = 3000) int largestBlock,
      @ForAll boolean resampled,
      @ForAll long seed) {
    FrontEnd frontEnd = FrontEnd.of(null, null, extractor, Normalisation.NONE, null);
    int rate = resampled ? 22_050 : 16_000;
    float[] clip = Golden.signal(samples);
    FeatureMatrix whole = frontEnd.extract(new Waveform(clip, rate));
    FeatureStream stream = frontEnd.stream(rate);
    FeatureMatrix joined = new FeatureMatrix(new float[0], 0, whole.coefficients());
    Random random = new Random(seed);
    for (int from = 0; from < samples; ) {
      int to = Math.min(samples, from + random.nextInt(largestBlock + 1));
      joined = Rows.joined(joined, stream.next(Arrays.copyOfRange(clip, from, to)));
      from = to;
    }
    joined = Rows.joined(joined, stream.end());
    assertThat(joined.frames()).isEqualTo(whole.frames());
    for (int i = 0; i < whole.values().length; i++) {
      float expected = whole.values()[i];
      assertThat(Math.abs(joined.values()[i] - expected))
          .as("value %d of %s", i, extractor)
          .isLessThanOrEqualTo(1e-6f * Math.max(1, Math.abs(expected)));
    }
  }

  @Test
  void framesComeAsSoonAsTheirSamplesAreThere() {
    FrontEnd frontEnd = FrontEnd.of(null, null, null, Normalisation.NONE, null);
    FeatureStream stream = frontEnd.stream(16_000);
    assertThat(stream.next(new float[1025]).frames()).isEqualTo(5);
    assertThat(stream.next(new float[160]).frames()).isEqualTo(1);
    assertThat(stream.next(new float[159]).frames()).isEqualTo(1);
    assertThat(stream.next(new float[0]).frames()).isZero();
  }

  @Test
  void aStreamScalesAsTheFrontEndDoes() {
    Rms rms = Rms.of(400, 160, null);
    FrontEnd frontEnd =
        FrontEnd.of(null, null, rms, Normalisation.NONE, null)
            .withScaler(
                LinearScaler.fit(ScalerKind.STANDARD, List.of(new float[] {1}, new float[] {3})));
    FeatureStream stream = frontEnd.stream(16_000);
    stream.next(new float[300]);
    assertThat(stream.end().values()).containsOnly(-2f);
  }

  @Test
  void aStreamWithoutSamplesHasNoFrames() {
    FrontEnd frontEnd = FrontEnd.of(null, null, null, Normalisation.NONE, null);
    assertThat(frontEnd.stream(16_000).end().frames()).isZero();
  }

  @Test
  void whatNeedsTheWholeClipIsNamed() {
    assertRefused(FrontEnd.SPEECH, "normalisation, which needs the whole clip, must be none");
    assertRefused(plain(Chroma.of(null, null, null, null, null)), "tuning");
    assertRefused(plain(Contrast.of(null, null)), "contrast");
    assertRefused(plain(Shapes.of(null, null)), "flux");
    assertRefused(plain(Pooled.of(null, null)), "which is not so of Pooled");
    assertRefused(Preset.P9.frontEnd(), "cut must be left out");
    assertRefused(Preset.P10.frontEnd(), "rangeDb");
    assertRefused(
        FrontEnd.of(null, Trim.of(null, null, null), null, Normalisation.NONE, null), "trim");
    assertRefused(
        FrontEnd.of(null, null, null, Normalisation.NONE, null).withLevel(-26.0), "level");
  }

  private static FrontEnd plain(Extractor extractor) {
    return FrontEnd.of(null, null, extractor, Normalisation.NONE, null);
  }

  private static void assertRefused(FrontEnd frontEnd, String reason) {
    assertThatThrownBy(() -> frontEnd.stream(16_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be streamed")
        .hasMessageContaining(reason);
  }
}
