package org.emotone.speaker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/** Timelines whose segments say who speaks. */
public final class SpeakerTimeline {

  /** Shorter pieces than this are not cut off a segment, in seconds. */
  private static final double SHORTEST = 0.05;

  private SpeakerTimeline() {}

  /**
   * The timeline with its segments split where the speaker changes. A segment that is split gets
   * the emotion of each part anew, as the mean over the windows that overlap it, each as heavy as
   * the overlap; the others keep theirs.
   *
   * @param turns in order, without overlap
   * @param uncertainBelow the model's threshold
   */
  public static Timeline of(Timeline timeline, List<SpeakerTurn> turns, double uncertainBelow) {
    List<EmotionSegment> segments = new ArrayList<>();
    for (EmotionSegment segment : timeline.segments()) {
      List<SpeakerTurn> parts = parts(segment.span(), turns);
      if (parts.size() < 2) {
        String speaker = parts.isEmpty() ? null : parts.get(0).speaker();
        segments.add(with(segment, segment.span(), speaker));
      } else {
        for (SpeakerTurn part : parts) {
          segments.add(heard(timeline, segment, part, uncertainBelow));
        }
      }
    }
    return new Timeline(
        timeline.classes(),
        timeline.duration(),
        timeline.settings(),
        timeline.speech(),
        timeline.windows(),
        segments,
        timeline.quality(),
        timeline.warnings(),
        timeline.model());
  }

  /** How many seconds of each emotion each speaker speaks, by speaker; those of nobody left out. */
  public static Map<String, Map<String, Double>> totals(Timeline timeline) {
    Map<String, Map<String, Double>> totals = new TreeMap<>();
    for (EmotionSegment segment : timeline.segments()) {
      if (segment.speaker() != null) {
        totals
            .computeIfAbsent(
                segment.speaker(),
                speaker -> {
                  Map<String, Double> none = new LinkedHashMap<>();
                  timeline.classes().forEach(label -> none.put(label, 0.0));
                  return none;
                })
            .merge(segment.label(), segment.span().duration(), Double::sum);
      }
    }
    return totals;
  }

  /**
   * The turns within a stretch, which they cover from end to end; turns of one speaker are joined.
   */
  private static List<SpeakerTurn> parts(Segment span, List<SpeakerTurn> turns) {
    List<SpeakerTurn> parts = new ArrayList<>();
    for (SpeakerTurn turn : turns) {
      double from = Math.max(span.start(), turn.span().start());
      double to = Math.min(span.end(), turn.span().end());
      if (to - from < SHORTEST) {
        continue;
      }
      int last = parts.size() - 1;
      double start = parts.isEmpty() ? span.start() : from;
      if (last >= 0) {
        SpeakerTurn before = parts.remove(last);
        boolean same = before.speaker().equals(turn.speaker());
        start = same ? before.span().start() : from;
        if (!same) {
          parts.add(new SpeakerTurn(new Segment(before.span().start(), from), before.speaker()));
        }
      }
      parts.add(new SpeakerTurn(new Segment(start, span.end()), turn.speaker()));
    }
    return parts;
  }

  private static EmotionSegment with(
      EmotionSegment segment, Segment span, @Nullable String speaker) {
    return new EmotionSegment(
        span,
        segment.label(),
        segment.confidence(),
        segment.certain(),
        segment.probabilities(),
        speaker);
  }

  private static EmotionSegment heard(
      Timeline timeline, EmotionSegment whole, SpeakerTurn part, double uncertainBelow) {
    double[] sums = new double[timeline.classes().size()];
    double weights = 0;
    for (TimelineWindow window : timeline.windows()) {
      double overlap =
          Math.min(part.span().end(), window.span().end())
              - Math.max(part.span().start(), window.span().start());
      if (overlap > 0) {
        weights += overlap;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += overlap * window.probabilities().get(i);
        }
      }
    }
    if (weights == 0) {
      return with(whole, part.span(), part.speaker());
    }
    List<Double> probabilities = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < sums.length; i++) {
      probabilities.add(sums[i] / weights);
      best = sums[i] > sums[best] ? i : best;
    }
    double confidence = Math.max(0, Math.min(1, probabilities.get(best)));
    return new EmotionSegment(
        part.span(),
        timeline.classes().get(best),
        confidence,
        confidence >= uncertainBelow && TimelineWindow.familiar(part.span(), timeline.windows()),
        probabilities,
        part.speaker());
  }
}
