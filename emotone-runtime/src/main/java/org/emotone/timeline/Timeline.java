package org.emotone.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;

/**
 * What is heard in a recording over time.
 *
 * @param classes the model's classes, in the order of its outputs
 * @param duration length of the recording in seconds
 * @param settings how it was cut and smoothed
 * @param speech where somebody speaks, in order, without overlap
 * @param windows what was recognised by itself, in order of their starts; they overlap
 * @param segments the emotions, in order, without overlap; between them nobody speaks
 * @param quality what was measured of the recording
 * @param warnings what about the recording speaks against trusting the timeline, in plain words
 * @param model name and id of the model, such as {@code default@0c5f1e7a92d4}
 */
public record Timeline(
    List<String> classes,
    double duration,
    TimelineSettings settings,
    List<Segment> speech,
    List<TimelineWindow> windows,
    List<EmotionSegment> segments,
    Quality quality,
    List<String> warnings,
    String model) {

  /** Takes copies of the lists. */
  public Timeline {
    classes = List.copyOf(classes);
    speech = List.copyOf(speech);
    windows = List.copyOf(windows);
    segments = List.copyOf(segments);
    warnings = List.copyOf(warnings);
  }

  /** Seconds of speech. */
  public double speechSeconds() {
    return speech.stream().mapToDouble(Segment::duration).sum();
  }

  /** Which part of the recording is speech, 0 to 1; 0 for an empty recording. */
  public double speechShare() {
    return duration > 0 ? Math.min(1, speechSeconds() / duration) : 0;
  }

  /** How many seconds each class is heard, uncertain segments too; in the order of the classes. */
  public Map<String, Double> totals() {
    Map<String, Double> totals = new LinkedHashMap<>();
    classes.forEach(label -> totals.put(label, 0.0));
    segments.forEach(
        segment -> totals.merge(segment.label(), segment.span().duration(), Double::sum));
    return totals;
  }

  /**
   * When the emotion changes, in seconds: the starts of segments with another label than before.
   */
  public List<Double> changePoints() {
    List<Double> points = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      if (!segments.get(i).label().equals(segments.get(i - 1).label())) {
        points.add(segments.get(i).span().start());
      }
    }
    return points;
  }
}
