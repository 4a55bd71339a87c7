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
import org.emotone.features.FeatureMatrix;
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

  /** Around the origin of the tiny model's summaries, as wide in every direction. */
  private static Guard guard(double threshold) {
    return guard(FeatureSummary.size(TinyModel.BANDS), threshold);
  }

  private static Guard guard(int size, double threshold) {
    float[] scale = new float[size];
    Arrays.fill(scale, 1);
    float[] first = new float[size];
    first[0] = 1;
    return Guard.of(
        new float[size], scale, new float[] {1}, 1, new float[][] {first}, 0.975, threshold);
  }

  /** How far a sound lies from the origin. */
  private static double distance(Waveform sound) {
    FeatureMatrix features = TinyModel.FRONT_END.extract(sound);
    return new Familiarity(guard(1)).strangeness(FeatureSummary.of(features));
  }

  private static Recognizer strict() throws BundleException {
    return guarded(1e-6);
  }

  private static Recognizer mild() throws BundleException {
    return guarded(1e6);
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
    double distance = Math.sqrt(9.5 * 9.5 / 4 + (10 * 10 + 30 * 30) / 0.25);
    assertThat(new Familiarity(guard).strangeness(new float[] {10, 20, 30}))
        .isCloseTo(distance / 2, within(1e-5));
  }

  @Test
  void whatLiesBeyondTheThresholdIsUncertainAndSaysWhy() throws IOException {
    try (Recognizer strict = strict();
        Recognizer mild = mild()) {
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

  /** Longer than a window of the tiny model. */
  private static Waveform tone() {
    float[] samples = new float[24_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(0.05 * i) * Math.sin(0.0009 * i));
    }
    return new Waveform(samples, 16_000);
  }

  @Test
  void filesClipsAndSeveralAtOnceAreGuardedAlike(@TempDir Path folder) throws IOException {
    Waveform clip = tone();
    Path file = folder.resolve("a.wav");
    WavWriter.write(file, clip);
    try (Recognizer strict = strict()) {
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
    try (Recognizer strict = strict()) {
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
    try (Recognizer mild = mild()) {
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
    assertThatThrownBy(() -> new Guard(Guard.SUMMARY, 9, 1, 0.9, 1, guard.parameters()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guard.parameters must be 29 numbers");
    assertThatThrownBy(() -> new Guard(Guard.SUMMARY, 8, 1, 0.9, 1, "?"))
        .hasMessageContaining("not Base64");
    assertThatThrownBy(() -> new Guard("embeddings", 31, 1, 0.9, 1, guard.parameters()))
        .hasMessageContaining("guard.of must be featureSummary, was embeddings");
    assertThatThrownBy(() -> guard.at(0.9, 0)).hasMessageContaining("guard.threshold");
    float[] none = {0};
    assertThatThrownBy(() -> Guard.of(none, none, none, 1, new float[][] {{1}}, 0.9, 1))
        .hasMessageContaining("a spread positive");
    assertThatThrownBy(() -> new Familiarity(guard).strangeness(new float[3]))
        .hasMessageContaining("31 numbers");
  }

  @Test
  void aGuardOfOtherFeaturesThanTheModelsIsRefused() {
    assertThatThrownBy(() -> TinyModel.manifest(0.5).withGuard(guard(30, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guard.dimensions must be 31 for 8 coefficients, are 30");
  }

  @Test
  void whatFillsUpAShortClipDoesNotCount() throws BundleException {
    Waveform brief = new Waveform(Arrays.copyOf(tone().samples(), 1600), 16_000);
    FeatureMatrix extracted = TinyModel.FRONT_END.extract(brief);
    assertThat(extracted.frames()).isLessThan(TinyModel.FRONT_END.length().minFrames());
    try (Recognizer recognizer = guarded(2)) {
      assertThat(recognizer.scores(List.of(extracted)).get(0).strangeness())
          .isCloseTo(distance(brief) / 2, within(1e-6));
    }
  }

  @Test
  void aLongClipIsAsStrangeAsItsWindowsAreOnAverage() throws BundleException {
    FeatureMatrix extracted = TinyModel.FRONT_END.extract(tone());
    List<FeatureMatrix> windows = TinyModel.FRONT_END.length().windows(extracted);
    try (Recognizer recognizer = guarded(2)) {
      double mean =
          recognizer.scores(windows).stream()
              .mapToDouble(ClipScores::strangeness)
              .average()
              .orElseThrow();
      assertThat(windows).hasSizeGreaterThan(1);
      assertThat(recognizer.scores(List.of(extracted)).get(0).strangeness())
          .isCloseTo(mean, within(1e-6));
    }
  }

  /** As models had them that were made before the guard looked at features. */
  @Test
  void aGuardOfTheFormerKindIsKeptAndNotUsed() throws IOException {
    Guard now = guard(5, 0.1);
    Guard former =
        new Guard(
            null,
            now.dimensions(),
            now.directions(),
            now.kept(),
            now.threshold(),
            now.parameters());
    Manifest manifest = TinyModel.manifest(0).withGuard(former);
    assertThat(manifest.toJson()).doesNotContain(Guard.SUMMARY);
    assertThat(Manifest.fromJson(manifest.toJson())).isEqualTo(manifest);
    assertThat(manifest.usableGuard()).isNull();
    ModelBundle tiny = TinyModel.bundle();
    try (Recognizer recognizer =
        Recognizer.of(new ModelBundle(manifest, tiny.network(), tiny.card()))) {
      assertThat(recognizer.recognize(SAMPLE).familiar()).isTrue();
    }
  }
}
