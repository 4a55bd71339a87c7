package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

final class ClipMeasurementTest {

  @Test
  void aToneHasItsLevelItsLengthAndItsPitch() {
    ClipFigures figures = ClipMeasurement.measure(Voices.tone(200, 0.5, 1.5), 1);

    assertThat(figures.seconds()).isEqualTo(1.5);
    assertThat(figures.sampleRate()).isEqualTo(16_000);
    assertThat(figures.peakDb()).isCloseTo(-6.02, within(0.01));
    assertThat(figures.rmsDb()).isCloseTo(-9.03, within(0.01));
    assertThat(figures.speechDb()).isCloseTo(-9.03, within(0.1));
    assertThat(figures.silence()).isZero();
    assertThat(figures.pitch()).isCloseTo(200, within(1.0));
    assertThat(figures.pitchSpread()).isCloseTo(0, within(0.1));
    assertThat(figures.voiced()).isGreaterThan(0.95);
  }

  @Test
  void aClipOfAnotherRateIsComparedAtTheSameRate() {
    float[] samples = new float[66_150];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 200 * i / 44_100));
    }
    ClipFigures other = ClipMeasurement.measure(new Waveform(samples, 44_100), 2);
    ClipFigures figures = ClipMeasurement.measure(Voices.tone(200, 0.5, 1.5), 1);

    assertThat(other.sampleRate()).isEqualTo(44_100);
    assertThat(other.channels()).isEqualTo(2);
    assertThat(other.pitch()).isCloseTo(figures.pitch(), within(0.5));
    for (int i = 0; i < 20; i++) {
      // Means of the MFCC; the deviations feel the ends, which resampling rounds.
      assertThat(other.features()[2 * i]).isCloseTo(figures.features()[2 * i], within(2f));
    }
  }

  @Test
  void halfOfTheClipIsSilent() {
    float[] tone = Voices.tone(200, 0.5, 1).samples();
    ClipFigures figures =
        ClipMeasurement.measure(new Waveform(Arrays.copyOf(tone, 32_000), 16_000), 1);

    assertThat(figures.silence()).isCloseTo(0.5, within(0.02));
    assertThat(figures.speechDb()).isCloseTo(-9.03, within(0.2));
    assertThat(figures.rmsDb()).isCloseTo(-12.04, within(0.01));
    assertThat(figures.voiced()).isGreaterThan(0.9);
  }

  @Test
  void digitalSilenceHasNoFiguresThatItCannotHave() {
    ClipFigures figures = ClipMeasurement.measure(new Waveform(new float[16_000], 16_000), 1);

    assertThat(figures.silence()).isEqualTo(1);
    assertThat(figures.voiced()).isZero();
    assertThat(figures.peakDb()).isNaN();
    assertThat(figures.loudness()).isNaN();
    assertThat(figures.pitch()).isNaN();
    assertThat(figures.speechDb()).isNaN();
  }

  @Test
  void aClipOfOneSampleIsMeasured() {
    ClipFigures figures = ClipMeasurement.measure(new Waveform(new float[] {0.1f}, 16_000), 1);

    assertThat(figures.peakDb()).isCloseTo(-20, within(1e-4));
    assertThat(figures.loudness()).isNaN();
  }

  @Test
  void whatACacheKeepsIsWhatWasMeasured() {
    ClipFigures figures = ClipMeasurement.measure(Voices.tone(150, 0.3, 0.5), 1);

    ClipFigures kept = ClipFigures.of(figures.toMatrix());

    assertThat(kept.pitch()).isCloseTo(figures.pitch(), within(1e-3));
    assertThat(kept.voiced()).isCloseTo(figures.voiced(), within(1e-6));
    assertThat(kept.sampleRate()).isEqualTo(16_000);
    assertThat(kept.features()).isEqualTo(figures.features()).hasSize(ClipMeasurement.features());
  }
}
