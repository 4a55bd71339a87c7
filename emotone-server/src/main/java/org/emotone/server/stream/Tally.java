package org.emotone.server.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;

/** What was heard in a session, in a few figures. */
final class Tally {

  private final Map<String, Double> totals = new LinkedHashMap<>();
  private double speechSeconds;
  private int utterances;
  private int changes;
  private String last = "";

  /** Adds an utterance. */
  void add(Segment span, List<EmotionSegment> segments) {
    utterances++;
    speechSeconds += span.duration();
    for (EmotionSegment segment : segments) {
      totals.merge(segment.label(), segment.span().duration(), Double::sum);
      changes += last.isEmpty() || last.equals(segment.label()) ? 0 : 1;
      last = segment.label();
    }
  }

  /** The mean probabilities of segments, each as heavy as it is long; even if there is none. */
  static List<Double> mean(List<EmotionSegment> segments, int classes) {
    double[] sums = new double[classes];
    double weight = 0;
    for (EmotionSegment segment : segments) {
      double length = Math.max(1e-9, segment.span().duration());
      weight += length;
      for (int i = 0; i < classes; i++) {
        sums[i] += length * segment.probabilities().get(i);
      }
    }
    List<Double> mean = new ArrayList<>();
    for (double sum : sums) {
      mean.add(weight > 0 ? sum / weight : 1.0 / classes);
    }
    return mean;
  }

  Map<String, Double> totals() {
    return totals;
  }

  double speechSeconds() {
    return speechSeconds;
  }

  int utterances() {
    return utterances;
  }

  int changes() {
    return changes;
  }
}
