package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.RecognitionStream;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

  private static final Path SAMPLE = Path.of("..", "samples", "loud-man.wav");

  /** A guard around the origin of the tiny model's embeddings: all at length one are as far. */
  private static Guard guard(double threshold) {
    float[] centre = new float[TinyModel.BANDS];
    float[] scale = new float[TinyModel.BANDS];
    Arrays.fill(scale, 1);
    float[] first = new float[TinyModel.BANDS];
    first[0] = 1;
    return Guard.of(centre, scale, new float[] {1}, 1, new float[][] {first}, 0.975, threshold);
  }

  private static Recognizer guarded(double threshold) throws BundleException {
    ModelBundle tiny = TinyModel.bundle();
    Manifest manifest = TinyModel.manifest(0).withGuard(guard(threshold));
    return Recognizer.of(new ModelBundle(manifest, tiny.network(), tiny.card()));
  }

  @Test
  void theDistanceIsThatOfTheGaussian() {
    Guard guard =
        Guard.of(
            new float[] {0.5f, 0, 0},
            new float[] {1, 2, 1},
            new float[] {4},
            0.25f,
            new float[][] {{1, 0, 0}},
            0.9,
            2);
    double unit = 1 / Math.sqrt(14);
    double along = unit - 0.5;
    double rest = Math.pow(2 * unit / 2, 2) + Math.pow(3 * unit, 2);
    double distance = Math.sqrt(along * along / 4 + rest / 0.25);
    assertThat(new Familiarity(guard).strangeness(new float[] {10, 20, 30}))
        .isCloseTo(distance / 2, within(1e-6));
  }

  @Test
  void whatLiesBeyondTheThresholdIsUncertainAndSaysWhy() throws IOException {
    try (Recognizer strict = guarded(0.9);
        Recognizer mild = guarded(1.1)) {
      Recognition strange = strict.recognize(SAMPLE);
      assertThat(strange.certain()).isFalse();
      assertThat(strange.familiar()).isFalse();
      assertThat(strange.warnings()).contains("unlike anything the model was trained on");
      Recognition known = mild.recognize(SAMPLE);
      assertThat(known.certain()).isTrue();
      assertThat(known.familiar()).isTrue();
      assertThat(known.scores()).isEqualTo(strange.scores());
    }
  }

  @Test
  void filesClipsAndSeveralAtOnceAreGuardedAlike(@TempDir Path folder) throws IOException {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(0.05 * i) * Math.sin(0.0009 * i));
    }
    Waveform clip = new Waveform(samples, 16_000);
    Path file = folder.resolve("a.wav");
    WavWriter.write(file, clip);
    try (Recognizer strict = guarded(0.9)) {
      assertThat(strict.recognize(clip).familiar()).isFalse();
      assertThat(strict.recognize(file).familiar()).isFalse();
      assertThat(strict.recognizeAll(List.of(clip, clip)))
          .noneMatch(Recognition::familiar)
          .noneMatch(Recognition::certain);
    }
  }

  @Test
  void timelinesAndStreamsAreGuardedAlike() throws IOException {
    Waveform clip = Audio.read(SAMPLE);
    List<TimelineWindow> streamed = new ArrayList<>();
    List<EmotionSegment> heard = new ArrayList<>();
    StreamListener listener =
        new StreamListener() {
          @Override
          public void interval(TimelineWindow window, EmotionSegment current) {
            streamed.add(window);
          }

          @Override
          public void utterance(Segment span, List<EmotionSegment> segments) {
            heard.addAll(segments);
          }
        };
    try (Recognizer strict = guarded(0.9)) {
      Timeline timeline = new TimelineRecognizer(strict, TimelineSettings.DEFAULT, 1).analyze(clip);
      RecognitionStream stream =
          new RecognitionStream(strict, clip.sampleRate(), 1, TimelineSettings.DEFAULT, listener);
      stream.push(clip.samples(), clip.length());
      stream.end();
      assertThat(timeline.segments()).isNotEmpty().noneMatch(EmotionSegment::certain);
      assertThat(heard).isEqualTo(timeline.segments());
      assertThat(streamed).isEqualTo(timeline.windows());
      assertThat(streamed).noneMatch(TimelineWindow::familiar);
      assertThat(timeline.warnings())
          .anyMatch(line -> line.endsWith("windows are unlike anything the model was trained on"));
    }
    try (Recognizer mild = guarded(1.1)) {
      Timeline timeline = new TimelineRecognizer(mild, TimelineSettings.DEFAULT, 1).analyze(clip);
      assertThat(timeline.segments()).isNotEmpty().allMatch(EmotionSegment::certain);
    }
  }

  @Test
  void aGuardTravelsInTheManifestAndAModelWithoutOneHasNoneOfItsFields() {
    Manifest manifest = TinyModel.manifest(0.5).withGuard(guard(3));
    assertThat(Manifest.fromJson(manifest.toJson())).isEqualTo(manifest);
    assertThat(TinyModel.manifest(0.5).toJson()).doesNotContain("guard");
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    Guard guard = guard(1);
    assertThatThrownBy(() -> new Guard(9, 1, 0.9, 1, guard.parameters()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guard.parameters must be 29 numbers");
    assertThatThrownBy(() -> new Guard(8, 1, 0.9, 1, "?")).hasMessageContaining("not Base64");
    assertThatThrownBy(() -> guard.at(0.9, 0)).hasMessageContaining("guard.threshold");
    float[] none = {0};
    assertThatThrownBy(() -> Guard.of(none, none, none, 1, new float[][] {{1}}, 0.9, 1))
        .hasMessageContaining("a spread positive");
    assertThatThrownBy(() -> new Familiarity(guard).strangeness(new float[3]))
        .hasMessageContaining("8 numbers");
  }

  @Test
  void aGuardOfOtherEmbeddingsThanTheNetworksIsRefused() {
    Guard small =
        Guard.of(
            new float[2], new float[] {1, 1}, new float[] {1}, 1, new float[][] {{1, 0}}, 0.9, 1);
    ModelBundle tiny = TinyModel.bundle();
    ModelBundle wrong =
        new ModelBundle(tiny.manifest().withGuard(small), tiny.network(), tiny.card());
    assertThatThrownBy(() -> Recognizer.of(wrong))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("8 numbers")
        .hasMessageContaining("for 2");
  }
}
