package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeltasTest {

  @TestFactory
  Stream<DynamicTest> valuesAreLibrosas() {
    return Golden.tests("cepstra", "delta", DeltasTest::compare);
  }

  private static void compare(JsonNode golden) {
    Stft stft = Stft.of(512, 250);
    MelFilterBank bank = new MelFilterBank(16_000, 512, 40, 0, 8000, MelScale.SLANEY, MelNorm.AREA);
    Waveform clip = new Waveform(Signals.named("speechlike", 4000), 16_000);
    Spectrogram mel = new MelSpectrogram(stft, bank).power(clip.samples());
    Spectrogram cepstra = new Dct(40, 3, 0).apply(Decibels.LIBROSA.of(mel));
    DeltaEdges edges =
        golden.get("mode").asText().equals("interp") ? DeltaEdges.INTERPOLATE : DeltaEdges.NEAREST;
    Deltas deltas = new Deltas(golden.get("width").asInt(), golden.get("order").asInt(), edges);
    Golden.assertClose(deltas.apply(cepstra).values(), golden, 0, 5e-4);
  }

  @Property
  void aRampHasItsSlopeAndNoCurvature(
      @ForAll @IntRange(min = 5, max = 40) int frames, @ForAll DeltaEdges edges) {
    double[] ramp = new double[frames];
    for (int i = 0; i < frames; i++) {
      ramp[i] = 3 * i;
    }
    Spectrogram slope = new Deltas(5, 1, edges).apply(new Spectrogram(ramp, frames, 1));
    Spectrogram curvature = new Deltas(5, 2, edges).apply(new Spectrogram(ramp, frames, 1));
    for (int i = 2; i < frames - 2; i++) {
      assertThat(slope.get(i, 0)).isCloseTo(3, within(1e-9));
      assertThat(curvature.get(i, 0)).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void aClipShorterThanTheWindowKeepsItsLength() {
    Spectrogram two = new Spectrogram(new double[] {1, 2}, 2, 1);
    assertThat(new Deltas(9, 1, DeltaEdges.INTERPOLATE).apply(two).values())
        .containsExactly(new Deltas(9, 1, DeltaEdges.NEAREST).apply(two).values());
  }

  @Test
  void anEvenWidthIsRefused() {
    assertThatThrownBy(() -> new Deltas(4, 1, DeltaEdges.NEAREST))
        .hasMessage("width must be odd, was 4");
    assertThatThrownBy(() -> new Deltas(5, 3, DeltaEdges.NEAREST))
        .hasMessage("order must be from 1 to 2, was 3");
  }
}
