package org.emotone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;

/** What was heard since listening began, in a few figures. */
final class Session {

  private final Map<String, Double> totals = new LinkedHashMap<>();
  private double seconds;
  private double speech;
  private int utterances;
  private int changes;
  private String last = "";

  /** So many seconds have passed. */
  void passed(double total) {
    seconds = total;
  }

  /** An utterance has ended. */
  void utterance(Segment span, List<EmotionSegment> segments) {
    utterances++;
    speech += span.duration();
    for (EmotionSegment segment : segments) {
      totals.merge(segment.label(), segment.span().duration(), Double::sum);
      changes += last.isEmpty() || last.equals(segment.label()) ? 0 : 1;
      last = segment.label();
    }
  }

  /** Seconds of each emotion that was heard. */
  Map<String, Double> totals() {
    return totals;
  }

  /** Seconds of sound. */
  double seconds() {
    return seconds;
  }

  /** Seconds of utterances. */
  double speech() {
    return speech;
  }

  /** How many utterances. */
  int utterances() {
    return utterances;
  }

  /** How often the emotion changed. */
  int changes() {
    return changes;
  }
}
