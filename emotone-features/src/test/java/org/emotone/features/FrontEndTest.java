package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.features.functional.Functional;
import org.emotone.features.golden.Golden;
import org.emotone.features.spectral.MelNorm;
import org.emotone.features.spectral.MelScale;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Reference;
import org.emotone.features.spectral.Window;
import org.junit.jupiter.api.Test;

class FrontEndTest {

  @Test
  void extractionIsNormalisedAndOfTheWholeClip() {
    FeatureMatrix matrix = FrontEnd.SPEECH.extract(new Waveform(Golden.signal(320_000), 16_000));
    assertThat(matrix.frames()).isEqualTo(2001);
    assertThat(matrix.coefficients()).isEqualTo(FrontEnd.SPEECH.coefficients()).isEqualTo(64);
    double sum = 0;
    for (float value : matrix.values()) {
      sum += value;
    }
    assertThat(sum / matrix.values().length).isCloseTo(0, within(1e-5));
  }

  @Test
  void whatANetworkIsServedHasAnAcceptedLength() {
    assertThat(FrontEnd.SPEECH.apply(new Waveform(Golden.signal(320_000), 16_000)).frames())
        .isEqualTo(1000);
    assertThat(FrontEnd.SPEECH.apply(new Waveform(Golden.signal(100), 16_000)).frames())
        .isEqualTo(50);
  }

  @Test
  void silenceGivesZeros() {
    assertThat(FrontEnd.SPEECH.apply(new Waveform(new float[16_000], 16_000)).values())
        .containsOnly(0f);
  }

  @Test
  void aRecordingAtAnotherRateIsResampled() {
    float[] high = tone(48_000);
    float[] low = tone(16_000);
    LogMel narrow =
        LogMel.of(null, null, null, null, 4000.0, null, null, -60.0, null, null, null, null, null);
    FrontEnd frontEnd = FrontEnd.of(null, null, narrow, Normalisation.NONE, null);
    FeatureMatrix fromHigh = frontEnd.extract(new Waveform(high, 48_000));
    FeatureMatrix fromLow = frontEnd.extract(new Waveform(low, 16_000));
    assertThat(fromHigh.frames()).isEqualTo(fromLow.frames());
    for (int frame = 10; frame < 90; frame++) {
      for (int band = 0; band < 64; band++) {
        assertThat(fromHigh.get(frame, band)).isCloseTo(fromLow.get(frame, band), within(0.1f));
      }
    }
  }

  private static float[] tone(int rate) {
    float[] tone = new float[rate];
    for (int i = 0; i < rate; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 700 * i / rate));
    }
    return tone;
  }

  @Test
  void silenceAroundAWordIsTrimmed() {
    float[] samples = new float[48_000];
    System.arraycopy(tone(16_000), 0, samples, 16_000, 16_000);
    FrontEnd frontEnd = FrontEnd.of(null, Trim.of(null, null, null), null, null, null);
    assertThat(frontEnd.extract(new Waveform(samples, 16_000)).frames()).isBetween(100, 110);
  }

  @Test
  void atALevelALoudAndAQuietRecordingHaveTheSameFeatures() {
    FrontEnd asItIs = FrontEnd.of(null, null, Rms.of(400, 160, null), Normalisation.NONE, null);
    FrontEnd atLevel = asItIs.withLevel(-26.0);
    Waveform loud = new Waveform(tone(16_000), 16_000);
    Waveform quiet = Level.gain(loud, -20);

    float[] features = atLevel.extract(loud).values();

    assertThat(atLevel.extract(quiet).values()).containsExactly(features, within(1e-6f));
    assertThat(asItIs.extract(quiet).values()[50])
        .isLessThan(0.2f * asItIs.extract(loud).values()[50]);
    assertThat(features[50]).isCloseTo((float) Math.pow(10, -26 / 20.0), within(1e-3f));
  }

  @Test
  void functionalsOfAClipAreOneRowUnlessALengthSaysOtherwise() {
    Pooled means = new Pooled(Rms.of(400, 160, null), List.of(Functional.MEAN));
    FrontEnd frontEnd = FrontEnd.of(null, null, means, Normalisation.NONE, null);
    FeatureMatrix row = frontEnd.apply(new Waveform(tone(16_000), 16_000));
    assertThat(row.frames()).isEqualTo(1);
    assertThat(row.values()[0]).isGreaterThan(0);
    assertThat(
            FrontEnd.of(null, null, means, Normalisation.NONE, Length.of(3, 5, null, null, null))
                .apply(new Waveform(tone(16_000), 16_000))
                .frames())
        .isEqualTo(3);
  }

  @Test
  void silenceHasNoLevelToBeBroughtTo() {
    FrontEnd atLevel =
        FrontEnd.of(null, null, Rms.of(400, 160, null), Normalisation.NONE, null).withLevel(-26.0);
    assertThat(atLevel.extract(new Waveform(new float[16_000], 16_000)).values()).containsOnly(0f);
  }

  @Test
  void samplesThatAreNoNumbersAreRefused() {
    assertThatThrownBy(() -> FrontEnd.SPEECH.extract(new Waveform(new float[] {Float.NaN}, 48_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sample 0 is NaN");
    assertThatThrownBy(() -> FrontEnd.SPEECH.extract(new Waveform(new float[0], 48_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no samples");
  }

  @Test
  void jsonHoldsEverythingAndComesBackTheSame() {
    FrontEnd frontEnd =
        new FrontEnd(
            22_050,
            new Trim(25, 1024, 256),
            new LogMel(
                0.03,
                0.0125,
                80,
                50,
                10_000,
                MelScale.HTK,
                MelNorm.NONE,
                -80,
                Padding.REFLECT,
                2048,
                Reference.CLIP_MAXIMUM,
                60.0,
                Window.HAMMING),
            Normalisation.PER_BAND,
            new Length(32, 400, Pad.REPEAT, PadSide.BOTH, Crop.START));
    assertThat(FrontEnd.fromJson(frontEnd.toJson())).isEqualTo(frontEnd);
    assertThat(frontEnd.toJson())
        .isEqualTo(
            "{\"sampleRate\":22050,\"trim\":{\"topDb\":25.0,\"frameLength\":1024,\"hopLength\":256},"
                + "\"features\":{\"type\":\"logMel\",\"frameSeconds\":0.03,\"hopSeconds\":0.0125,"
                + "\"bands\":80,\"minHz\":50.0,\"maxHz\":10000.0,\"scale\":\"htk\",\"norm\":\"none\","
                + "\"floorDb\":-80.0,\"padding\":\"reflect\",\"fftSize\":2048,"
                + "\"reference\":\"clipMaximum\",\"rangeDb\":60.0,"
                + "\"window\":{\"shape\":\"hamming\",\"symmetry\":\"periodic\"}},\"normalisation\":\"perBand\","
                + "\"length\":{\"minFrames\":32,\"maxFrames\":400,\"pad\":\"repeat\",\"side\":\"both\","
                + "\"crop\":\"start\"}}");
  }

  @Test
  void whatIsLeftOutHasADefault() {
    assertThat(FrontEnd.fromJson("{}")).isEqualTo(FrontEnd.SPEECH);
    assertThat(FrontEnd.fromJson("{\"features\":{\"type\":\"logMel\"}}"))
        .isEqualTo(FrontEnd.SPEECH);
    assertThat(FrontEnd.fromJson(FrontEnd.SPEECH.toJson())).isEqualTo(FrontEnd.SPEECH);
  }

  @Test
  void faultsInJsonAreNamed() {
    assertRefused(
        "{\"trim\":{\"topDB\":3}}",
        "unknown key \"trim.topDB\"",
        "allowed are frameLength, hopLength, topDb");
    assertRefused(
        "{\"features\":{\"type\":\"logMel\",\"bands\":0}}", "bands must be from 1 to 512, was 0");
    assertRefused("{\"features\":{\"type\":\"mfc\"}}", "features", "logMel");
    assertRefused(
        "{\"features\":{\"type\":\"logMel\",\"scale\":\"mel\"}}",
        "features.scale: \"mel\" is unknown; allowed are htk, slaney");
    assertRefused("{\"sampleRate\":8000}", "maxHz must be at most half the sample rate");
    assertRefused("{\"sampleRate\":16000,\"sampleRate\":16000}", "sampleRate");
    assertRefused("{\"sampleRate\":\"16000\"}", "sampleRate");
    assertRefused("{\"features\":{\"type\":\"logMel\",\"floorDb\":\"NaN\"}}", "floorDb");
    assertRefused("null", "null stands where");
    assertRefused("{} {}", "Trailing token");
    assertRefused("{", "not valid JSON");
    assertRefused("", "front-end");
  }

  private static void assertRefused(String json, String... parts) {
    assertThatThrownBy(() -> FrontEnd.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("front-end: ")
        .hasMessageContainingAll(parts);
  }
}
