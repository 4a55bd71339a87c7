package org.emotone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.BundleException;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.Score;
import org.emotone.TinyModel;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineRecognizerTest {

  private static final Recognizer RECOGNIZER = open();

  private static Recognizer open() {
    try {
      return Recognizer.of(TinyModel.bundle());
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Timeline analyze(Waveform clip, TimelineSettings settings) {
    return new TimelineRecognizer(RECOGNIZER, settings).analyze(clip);
  }

  @Test
  void eachWindowIsWhatTheRecogniserSaysOfThatPart() {
    Waveform talk = Talk.drawn(30, 8).sound();
    Timeline timeline = analyze(talk, TimelineSettings.DEFAULT);
    assertThat(timeline.windows()).hasSizeGreaterThan(8);
    for (TimelineWindow window : timeline.windows()) {
      int from = (int) Math.round(window.span().start() * 16_000);
      int to = (int) Math.round(window.span().end() * 16_000);
      float[] part = Arrays.copyOfRange(talk.samples(), from, to);
      Recognition alone = RECOGNIZER.recognize(new Waveform(part, 16_000));
      for (Score score : alone.scores()) {
        int label = timeline.classes().indexOf(score.label());
        assertThat(window.probabilities().get(label)).isCloseTo(score.probability(), within(1e-5));
      }
    }
  }

  @Property(tries = 25)
  void windowsAndSegmentsCoverAllSpeechAndNothingElse(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 50) int window,
      @ForAll @IntRange(min = 1, max = 10) int step,
      @ForAll @IntRange(max = 9) int stickiness) {
    TimelineSettings settings =
        new TimelineSettings(
            window / 10.0, Math.max(0.1, window * step / 100.0), stickiness / 10.0);
    Timeline timeline = analyze(Talk.drawn(20, seed).sound(), settings);
    assertThat(timeline.duration()).isEqualTo(20);
    assertCover(
        timeline.speech(), timeline.segments().stream().map(EmotionSegment::span).toList(), 1e-6);
    assertCover(
        timeline.speech(),
        timeline.windows().stream().map(TimelineWindow::span).toList(),
        SpeechWindows.LEAST_REST + 1e-6);
    double last = 0;
    for (EmotionSegment segment : timeline.segments()) {
      assertThat(segment.span().start()).isGreaterThanOrEqualTo(last - 1e-9);
      assertThat(segment.span().duration()).isPositive();
      last = segment.span().end();
      double sum = segment.probabilities().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
    assertThat(last).isLessThanOrEqualTo(20);
    for (TimelineWindow heard : timeline.windows()) {
      assertThat(heard.span().duration()).isLessThanOrEqualTo(settings.windowSeconds() + 1e-9);
    }
  }

  private static void assertCover(List<Segment> speech, List<Segment> cover, double rest) {
    for (Segment stretch : speech) {
      for (double at = stretch.start() + 1e-6; at < stretch.end(); at += 0.05) {
        double time = at;
        assertThat(cover)
            .as("at " + time)
            .anyMatch(span -> span.start() <= time && time <= span.end() + rest);
      }
    }
    for (Segment span : cover) {
      assertThat(speech).anyMatch(s -> s.start() < span.end() && span.start() < s.end());
    }
  }

  @Test
  void pausesOfAQuarterOfASecondEndAnUtteranceAndShorterOnesDoNot() {
    List<Segment> stretches = List.of(new Segment(1, 3), new Segment(3.15, 5), new Segment(6.2, 8));
    Timeline timeline =
        analyze(Talk.of(9, stretches, 4).sound(), new TimelineSettings(30, 30, 0.9));
    assertThat(timeline.segments()).hasSize(2);
    assertThat(timeline.segments().get(0).span().start()).isCloseTo(1, within(0.15));
    assertThat(timeline.segments().get(0).span().end()).isCloseTo(5, within(0.15));
    assertThat(timeline.segments().get(1).span().start()).isCloseTo(6.2, within(0.15));
  }

  @Test
  void manyThreadsFindWhatOneFinds() {
    Waveform talk = Talk.drawn(60, 2).sound();
    Timeline one = new TimelineRecognizer(RECOGNIZER, TimelineSettings.DEFAULT, 1).analyze(talk);
    Timeline four = new TimelineRecognizer(RECOGNIZER, TimelineSettings.DEFAULT, 4).analyze(talk);
    assertThat(four).isEqualTo(one);
  }

  @Test
  void whatHoldsNoSpeechHasNoSegmentsButAWarning() {
    Timeline silent = analyze(new Waveform(new float[80_000], 16_000), TimelineSettings.DEFAULT);
    assertThat(silent.segments()).isEmpty();
    assertThat(silent.windows()).isEmpty();
    assertThat(silent.speechShare()).isZero();
    assertThat(silent.warnings()).singleElement().asString().startsWith("nearly silent");
    Timeline quiet = analyze(Talk.of(5, List.of(), 1).sound(), TimelineSettings.DEFAULT);
    assertThat(quiet.segments()).isEmpty();
    assertThat(quiet.warnings()).contains("no speech found");
  }

  @Test
  void aRecordingOfOneSampleIsHeardAndAnEmptyOneIsRefused(@TempDir Path folder) throws IOException {
    Timeline click = analyze(new Waveform(new float[] {0.5f}, 16_000), TimelineSettings.DEFAULT);
    assertThat(click.segments()).isEmpty();
    assertThat(click.warnings()).isNotEmpty();
    Path file = folder.resolve("empty.wav");
    WavWriter.write(file, new Waveform(new float[0], 16_000));
    TimelineRecognizer timelines = new TimelineRecognizer(RECOGNIZER, TimelineSettings.DEFAULT);
    assertThatThrownBy(() -> timelines.analyze(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty.wav")
        .hasMessageContaining("empty");
    Files.writeString(folder.resolve("letter.wav"), "Dear reader");
    assertThatThrownBy(() -> timelines.analyze(folder.resolve("letter.wav")))
        .hasMessageContaining("letter.wav");
  }

  @Test
  void speechWithoutEndIsCutIntoUtterancesOfTwoMinutes() {
    Talk talk = Talk.of(150, List.of(new Segment(1, 149)), 5);
    Timeline timeline = analyze(talk.sound(), new TimelineSettings(10, 10, 0.999999));
    double cut = timeline.speech().get(0).start() + SpeechWindows.LONGEST_UTTERANCE;
    assertThat(timeline.speech()).hasSize(1);
    assertThat(timeline.segments())
        .anyMatch(segment -> Math.abs(segment.span().end() - cut) < 1e-9)
        .anyMatch(segment -> Math.abs(segment.span().start() - cut) < 1e-9);
  }

  @Test
  void progressGoesFromTheStartToTheEnd(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("talk.wav");
    WavWriter.write(file, Talk.drawn(12, 1).sound());
    List<Double> heard = new ArrayList<>();
    new TimelineRecognizer(RECOGNIZER, TimelineSettings.DEFAULT)
        .analyze(
            file,
            (seconds, total) -> {
              assertThat(total).isEqualTo(12);
              heard.add(seconds);
            });
    assertThat(heard).isSorted().endsWith(12.0).hasSize(12);
  }

  @Test
  void changePointsAndTotalsFollowFromTheSegments() {
    Timeline timeline = analyze(Talk.drawn(60, 3).sound(), new TimelineSettings(1, 0.5, 0));
    double speech = timeline.segments().stream().mapToDouble(s -> s.span().duration()).sum();
    assertThat(timeline.totals().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(speech, within(1e-9));
    assertThat(timeline.totals().keySet()).containsExactlyElementsOf(TinyModel.CLASSES);
    assertThat(timeline.changePoints()).isSorted().hasSizeLessThan(timeline.segments().size());
  }
}
