package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrontEndTest {

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
                60.0),
            Normalisation.PER_BAND,
            new Length(32, 400, Pad.REPEAT, PadSide.BOTH, Crop.START));
    assertThat(FrontEnd.fromJson(frontEnd.toJson())).isEqualTo(frontEnd);
    assertThat(frontEnd.toJson())
        .isEqualTo(
            "{\"sampleRate\":22050,\"trim\":{\"topDb\":25.0,\"frameLength\":1024,\"hopLength\":256},"
                + "\"features\":{\"type\":\"logMel\",\"frameSeconds\":0.03,\"hopSeconds\":0.0125,"
                + "\"bands\":80,\"minHz\":50.0,\"maxHz\":10000.0,\"scale\":\"htk\",\"norm\":\"none\","
                + "\"floorDb\":-80.0,\"padding\":\"reflect\",\"fftSize\":2048,"
                + "\"reference\":\"clipMaximum\",\"rangeDb\":60.0},\"normalisation\":\"perBand\","
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
    assertRefused("{\"features\":{\"type\":\"mfcc\"}}", "features", "logMel");
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
