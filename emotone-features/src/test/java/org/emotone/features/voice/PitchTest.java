package org.emotone.features.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.Padding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PitchTest {

  private static final double HUNDREDTH_OF_AN_OCTAVE = 0.01;

  @TestFactory
  Stream<DynamicTest> tracksOfSyntheticSignalsAreLibrosas() throws IOException {
    return cases("pitch")
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.get("signal").asText() + " at " + golden.get("rate").asText(),
                    () -> compareSynthetic(golden)));
  }

  private static void compareSynthetic(JsonNode golden) {
    Waveform clip = Signals.of(golden);
    YinFrames frames = frames(golden);
    PitchTrack yin = new Yin(frames, 0.1).track(clip);
    PitchTrack pyin = Pyin.of(frames).track(clip);
    JsonNode pitch = golden.get("pitch");
    assertThat(yin.frames()).isEqualTo(pitch.size());
    assertThat(pyin.frames()).isEqualTo(pitch.size());
    for (int i = 0; i < pitch.size(); i++) {
      assertThat(pyin.voiced()[i])
          .as("pYIN's voicing, frame %d", i)
          .isEqualTo(golden.get("voiced").get(i).asInt() == 1);
      if (!golden.has("onlyVoicing")) {
        compareFrame(golden, yin, pyin, i);
      }
    }
  }

  private static void compareFrame(JsonNode golden, PitchTrack yin, PitchTrack pyin, int i) {
    assertThat(octaves(yin.hz()[i], golden.get("yin").get(i).asDouble()))
        .as("YIN, frame %d", i)
        .isLessThan(HUNDREDTH_OF_AN_OCTAVE);
    assertThat(pyin.voicing()[i])
        .as("pYIN's probability, frame %d", i)
        .isCloseTo((float) golden.get("probability").get(i).asDouble(), within(1e-4f));
    if (pyin.voiced()[i]) {
      assertThat(octaves(pyin.hz()[i], golden.get("pitch").get(i).asDouble()))
          .as("pYIN, frame %d", i)
          .isLessThan(HUNDREDTH_OF_AN_OCTAVE);
    }
  }

  @Tag("corpora")
  @TestFactory
  Stream<DynamicTest> tracksOfRealClipsAreLibrosas() throws IOException {
    return cases("pitch-clips")
        .map(
            golden ->
                DynamicTest.dynamicTest(golden.get("clip").asText(), () -> compareClip(golden)));
  }

  private static void compareClip(JsonNode golden) throws IOException {
    Waveform clip = Clips.read(golden.get("clip").asText());
    PitchTrack yin = Yin.SPEECH.track(clip);
    PitchTrack pyin = Pyin.SPEECH.track(clip);
    assertThat(pyin.frames()).isEqualTo(golden.get("frames").asInt());
    assertThat(pyin.voicedHz().length).isEqualTo(golden.get("voicedFrames").asInt());
    for (int i = 0; 8 * i < pyin.frames(); i++) {
      double pitch = golden.get("pitch").get(i).asDouble();
      assertThat(pyin.voiced()[8 * i]).as("voicing, frame %d", 8 * i).isEqualTo(pitch > 0);
      if (pitch > 0) {
        assertThat(octaves(pyin.hz()[8 * i], pitch))
            .as("pYIN, frame %d", 8 * i)
            .isLessThan(HUNDREDTH_OF_AN_OCTAVE);
        assertThat(octaves(yin.hz()[8 * i], golden.get("yin").get(i).asDouble()))
            .as("YIN, frame %d", 8 * i)
            .isLessThan(HUNDREDTH_OF_AN_OCTAVE);
      }
    }
  }

  @Test
  void silenceIsNotVoiced() {
    Waveform silence = new Waveform(new float[16_000], 16_000);
    assertThat(Yin.SPEECH.track(silence).voicedShare()).isZero();
    assertThat(Pyin.SPEECH.track(silence).voicedShare()).isZero();
  }

  // A measurement: the same values in every build.
  @Property(tries = 40, seed = "1")
  void aToneHasItsPitchAtAnyLoudness(
      @ForAll @IntRange(min = 90, max = 500) int hz, @ForAll @IntRange(min = -60, max = 0) int db) {
    Waveform tone = new Waveform(Signals.tone(8000, 16_000, hz, Math.pow(10, db / 20.0)), 16_000);
    for (PitchTracker tracker : new PitchTracker[] {Yin.SPEECH, Pyin.SPEECH}) {
      PitchTrack track = tracker.track(tone);
      for (int i = 5; i < 45; i++) {
        assertThat(track.voiced()[i]).isTrue();
        assertThat(octaves(track.hz()[i], hz)).isLessThan(2 * HUNDREDTH_OF_AN_OCTAVE);
      }
    }
  }

  @Property(tries = 40)
  void aClipOfAnyLengthHasAFrameEveryHop(@ForAll @IntRange(min = 1, max = 3000) int samples) {
    Waveform clip = new Waveform(Signals.noise(samples), 16_000);
    for (PitchTracker tracker : new PitchTracker[] {Yin.SPEECH, Pyin.SPEECH}) {
      PitchTrack track = tracker.track(clip);
      assertThat(track.frames()).isEqualTo(1 + samples / 160);
      for (float hz : track.hz()) {
        assertThat(hz).isBetween(59f, 620f);
      }
      for (float voicing : track.voicing()) {
        assertThat(voicing).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void aLowestPitchThatDoesNotFitIntoAFrameIsRefused() {
    YinFrames frames = new YinFrames(20, 400, 0.032, 0.010, Padding.ZERO);
    assertThatThrownBy(() -> new Yin(frames, 0.1).track(new Waveform(new float[4000], 16_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "minHz must be above 31.3 Hz for frames of 512 samples at 16000 Hz, was 20.0 Hz");
  }

  @Test
  void aPitchAboveHalfTheSampleRateIsRefused() {
    YinFrames frames = new YinFrames(100, 5000, 0.032, 0.010, Padding.ZERO);
    assertThatThrownBy(() -> Pyin.of(frames).track(new Waveform(new float[4000], 8000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxHz must be at most half the sample rate (4000.0 Hz), was 5000.0 Hz");
  }

  @Test
  void aClipWithoutSamplesIsRefused() {
    assertThatThrownBy(() -> Pyin.SPEECH.track(new Waveform(new float[0], 16_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no samples");
  }

  private static double octaves(double a, double b) {
    return Math.abs(Math.log(a / b) / Math.log(2));
  }

  private static YinFrames frames(JsonNode golden) {
    double rate = golden.get("rate").asDouble();
    Padding padding =
        switch (golden.path("padMode").asText("constant")) {
          case "reflect" -> Padding.REFLECT;
          case "edge" -> Padding.EDGE;
          default -> Padding.ZERO;
        };
    return new YinFrames(
        golden.get("minHz").asDouble(),
        golden.get("maxHz").asDouble(),
        golden.get("frame").asInt() / rate,
        golden.get("hop").asInt() / rate,
        padding);
  }

  private static Stream<JsonNode> cases(String name) throws IOException {
    try (InputStream in = PitchTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, name));
      assertThat(root.get("librosa").asText()).isEqualTo("0.11.0");
      return StreamSupport.stream(root.get("cases").spliterator(), false);
    }
  }
}
