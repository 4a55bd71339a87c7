package org.emotone.training.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.emotone.audio.signal.Segment;
import org.jspecify.annotations.Nullable;

/**
 * How far a timeline is from what is known of a recording. Scores of several recordings add up.
 *
 * @param duration of the recordings, in seconds
 * @param speech seconds in which, as is known, somebody speaks
 * @param missed seconds of speech in which nothing was heard
 * @param falseAlarm seconds in which an emotion was heard though nobody speaks
 * @param confusion seconds of speech in which another emotion was heard
 * @param overlap seconds of speech in which the right emotion and others were heard at once
 * @param emotionErrors seconds in which the answer is wrong if silence counts as neutral
 * @param segments how many segments are known
 * @param found how many of them have their emotion for the largest part of what was heard in them
 * @param boundaryErrors for each known change of emotion, seconds to the nearest change that was
 *     heard; infinite if there is none
 * @param strayChanges for each change that was heard, seconds to the nearest known one
 */
public record TimelineScore(
    double duration,
    double speech,
    double missed,
    double falseAlarm,
    double confusion,
    double overlap,
    double emotionErrors,
    int segments,
    int found,
    List<Double> boundaryErrors,
    List<Double> strayChanges) {

  /** Of nothing. */
  public static final TimelineScore NONE =
      new TimelineScore(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

  /** Takes copies of the lists. */
  public TimelineScore {
    boundaryErrors = List.copyOf(boundaryErrors);
    strayChanges = List.copyOf(strayChanges);
  }

  /**
   * Compares.
   *
   * @param duration of the recording, in seconds
   * @param known what is known, in order, without overlap
   * @param heard what was heard, in order; parts may overlap
   * @param neutral the label that stands for no emotion
   */
  public static TimelineScore of(
      double duration, List<LabelledSpan> known, List<LabelledSpan> heard, String neutral) {
    double[] sums = new double[6];
    TreeSet<Double> edges = new TreeSet<>(List.of(0.0, duration));
    known.forEach(part -> edges.addAll(List.of(part.span().start(), part.span().end())));
    heard.forEach(part -> edges.addAll(List.of(part.span().start(), part.span().end())));
    Double from = null;
    for (double to : edges) {
      if (from != null && from < duration) {
        List<String> truth = labels(known, from, to);
        add(
            sums,
            truth.isEmpty() ? null : truth.get(0),
            labels(heard, from, to),
            to - from,
            neutral);
      }
      from = to;
    }
    int found = (int) known.stream().filter(part -> isFound(part, heard)).count();
    List<Double> changes = changes(known);
    List<Double> heardChanges = changes(heard);
    return new TimelineScore(
        duration,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        sums[5],
        known.size(),
        found,
        distances(changes, heardChanges),
        distances(heardChanges, changes));
  }

  private static void add(
      double[] sums, @Nullable String truth, List<String> heard, double seconds, String neutral) {
    boolean right = truth != null && heard.contains(truth);
    sums[0] += truth != null ? seconds : 0;
    sums[1] += truth != null && heard.isEmpty() ? seconds : 0;
    sums[2] += truth == null && !heard.isEmpty() ? seconds : 0;
    sums[3] += truth != null && !heard.isEmpty() && !right ? seconds : 0;
    sums[4] += right && heard.size() > 1 ? seconds : 0;
    String known = truth == null ? neutral : truth;
    boolean asEmotion =
        heard.isEmpty() ? known.equals(neutral) : heard.size() == 1 && heard.contains(known);
    sums[5] += asEmotion ? 0 : seconds;
  }

  private static List<String> labels(List<LabelledSpan> parts, double from, double to) {
    double middle = (from + to) / 2;
    return parts.stream()
        .filter(part -> part.span().start() <= middle && middle < part.span().end())
        .map(LabelledSpan::label)
        .distinct()
        .toList();
  }

  private static boolean isFound(LabelledSpan known, List<LabelledSpan> heard) {
    Map<String, Double> seconds = new HashMap<>();
    for (LabelledSpan part : heard) {
      double common = common(part.span(), known.span());
      if (common > 0) {
        seconds.merge(part.label(), common, Double::sum);
      }
    }
    double own = seconds.getOrDefault(known.label(), 0.0);
    return own > 0 && seconds.values().stream().allMatch(other -> other <= own);
  }

  private static double common(Segment one, Segment other) {
    return Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
  }

  /** Starts of parts with another label than the part before. */
  private static List<Double> changes(List<LabelledSpan> parts) {
    List<Double> changes = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      if (!parts.get(i).label().equals(parts.get(i - 1).label())) {
        changes.add(parts.get(i).span().start());
      }
    }
    return changes;
  }

  private static List<Double> distances(List<Double> from, List<Double> to) {
    return from.stream()
        .map(
            at ->
                to.stream()
                    .mapToDouble(other -> Math.abs(other - at))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY))
        .toList();
  }

  /** Both together. */
  public TimelineScore plus(TimelineScore other) {
    List<Double> errors = new ArrayList<>(boundaryErrors);
    errors.addAll(other.boundaryErrors);
    List<Double> strays = new ArrayList<>(strayChanges);
    strays.addAll(other.strayChanges);
    return new TimelineScore(
        duration + other.duration,
        speech + other.speech,
        missed + other.missed,
        falseAlarm + other.falseAlarm,
        confusion + other.confusion,
        overlap + other.overlap,
        emotionErrors + other.emotionErrors,
        segments + other.segments,
        found + other.found,
        errors,
        strays);
  }

  /**
   * Error rate of the timeline, 0 for a perfect one: missed speech, false alarms, confusion and
   * overlap as shares of the speech. All classes count as emotions, neutral too.
   */
  public double errorRate() {
    return (missed + falseAlarm + confusion + overlap) / speech;
  }

  /**
   * Emotion diarization error rate (EDER; Wang, Ravanelli and Yacoubi, 2023): the share of the
   * whole recordings in which the answer is wrong, silence and neutral speech counting alike as no
   * emotion.
   */
  public double eder() {
    return emotionErrors / duration;
  }

  /** Share of the segments that are found, 0 to 1. */
  public double segmentAccuracy() {
    return (double) found / segments;
  }

  /** Median of seconds from a known change to the nearest one heard; not a number without any. */
  public double medianBoundaryError() {
    List<Double> sorted = boundaryErrors.stream().sorted().toList();
    int count = sorted.size();
    return count == 0 ? Double.NaN : (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
  }

  /** Share of the known changes within so many seconds of one that was heard. */
  public double changesFound(double seconds) {
    return share(boundaryErrors, seconds);
  }

  /** Share of the changes heard within so many seconds of a known one. */
  public double changesRight(double seconds) {
    return share(strayChanges, seconds);
  }

  private static double share(List<Double> errors, double seconds) {
    return errors.stream().filter(error -> error <= seconds).count() / (double) errors.size();
  }
}
