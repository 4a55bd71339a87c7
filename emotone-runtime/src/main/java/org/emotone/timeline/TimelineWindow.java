package org.emotone.timeline;

import java.util.List;
import org.emotone.audio.signal.Segment;

/**
 * A short stretch of a recording that was recognised by itself, before any smoothing.
 *
 * @param span where it lies in the recording
 * @param speechSeconds how much speech is in it, 0 to the length of the span
 * @param probabilities calibrated, one for each class of the timeline in their order; they sum to 1
 */
public record TimelineWindow(Segment span, double speechSeconds, List<Double> probabilities) {

  /** Takes a copy of the list. */
  public TimelineWindow {
    probabilities = List.copyOf(probabilities);
    if (!(speechSeconds >= 0 && speechSeconds <= span.duration() + 1e-9)) {
      throw new IllegalArgumentException(
          "speechSeconds must be from 0 to the window's %s, was %s"
              .formatted(span.duration(), speechSeconds));
    }
  }
}
