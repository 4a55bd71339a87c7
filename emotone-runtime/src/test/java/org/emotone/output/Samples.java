package org.emotone.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.Timings;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/** Timelines to write. */
final class Samples {

  static final Quality QUALITY =
      new Quality(5, 16_000, 1, Double.NEGATIVE_INFINITY, -20, 0, 0.3, 40, 8000, 0, List.of());

  private Samples() {}

  /** Four seconds of speech by two people in five. */
  static Timeline talk() {
    return timeline(
        List.of("angry", "happy", "neutral"),
        5.0,
        List.of(
            segment(0.5, 2.0004, "angry", 0.61, true, "speaker 1"),
            segment(2.0004, 3.25, "neutral", 0.352, false, "speaker 2"),
            segment(3.9, 4.7, "happy", 0.9, true, "speaker 1")));
  }

  /** The same without speakers. */
  static Timeline plainTalk() {
    return timeline(
        List.of("angry", "happy", "neutral"),
        5.0,
        List.of(
            segment(0.5, 2.0004, "angry", 0.61, true, null),
            segment(2.0004, 3.25, "neutral", 0.352, false, null)));
  }

  /** Nobody speaks. */
  static Timeline silence() {
    return timeline(List.of("angry", "happy", "neutral"), 2.5, List.of());
  }

  static Recognition clip() {
    List<Score> scores =
        List.of(new Score("happy", 0.7), new Score("angry", 0.2), new Score("neutral", 0.1));
    return new Recognition(
        scores,
        true,
        3.2,
        List.of("noisy"),
        QUALITY,
        "tiny@0123456789ab",
        new Timings(0.01, 0.02, 0.05));
  }

  static EmotionSegment segment(
      double start,
      double end,
      String label,
      double confidence,
      boolean certain,
      @Nullable String speaker) {
    double rest = (1 - confidence) / 2;
    return new EmotionSegment(
        new Segment(start, end),
        label,
        confidence,
        certain,
        List.of(confidence, rest, rest),
        speaker);
  }

  static Timeline timeline(List<String> classes, double duration, List<EmotionSegment> segments) {
    List<Segment> speech = segments.stream().map(EmotionSegment::span).toList();
    List<TimelineWindow> windows =
        segments.stream()
            .map(
                segment ->
                    new TimelineWindow(
                        segment.span(), segment.span().duration(), segment.probabilities()))
            .toList();
    return new Timeline(
        classes,
        duration,
        TimelineSettings.DEFAULT,
        speech,
        windows,
        segments,
        QUALITY,
        List.of("a \"warning\""),
        "tiny@0123456789ab");
  }

  /** A document with one timeline. */
  static String write(TimelineFormat format, String file, Timeline timeline) {
    StringBuilder text = new StringBuilder();
    try (TimelineWriter writer = format.open(text, true)) {
      writer.add(file, timeline);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  /** Names of files and labels, most of them odd. */
  static Arbitrary<String> names() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "a b",
            "\"quoted\"",
            "x,y;z",
            "<b>&amp;</b>",
            "tab\there",
            "two\nlines",
            "-->",
            "ärger 怒り 😠",
            "'single'",
            "{\\an8}",
            "#1 50 %",
            "c:\\temp",
            "..",
            "\u0001",
            "a--b",
            "]]>",
            "=1+1");
    return Arbitraries.oneOf(odd, Arbitraries.strings().ofMinLength(1).ofMaxLength(12))
        .filter(name -> !name.isBlank());
  }

  /** Timelines whose boundaries are anywhere, also less than a millisecond apart. */
  static Arbitrary<Timeline> timelines() {
    Arbitrary<List<Double>> steps =
        Arbitraries.oneOf(
                Arbitraries.doubles().ofScale(6).between(0, 0.002),
                Arbitraries.doubles().ofScale(6).between(0, 4000))
            .list()
            .ofMaxSize(12);
    Arbitrary<List<String>> labels = names().list().ofSize(3).uniqueElements();
    return Combinators.combine(steps, labels, names(), Arbitraries.of(true, false))
        .as(Samples::random);
  }

  private static Timeline random(
      List<Double> steps, List<String> labels, String speaker, boolean known) {
    List<EmotionSegment> segments = new ArrayList<>();
    double time = 0;
    for (int i = 0; i + 1 < steps.size(); i += 2) {
      double start = time + (i % 4 == 0 ? steps.get(i) : 0);
      time = start + steps.get(i + 1);
      String label = labels.get(i % labels.size());
      segments.add(segment(start, time, label, 0.5, i % 3 == 0, known ? speaker : null));
    }
    return timeline(labels, time + (steps.isEmpty() ? 0 : steps.get(0)), segments);
  }
}
