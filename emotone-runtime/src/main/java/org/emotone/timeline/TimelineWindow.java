package org.emotone.timeline;

import java.util.List;
import org.emotone.audio.signal.Segment;

/**
 * A short stretch of a recording that was recognised by itself, before any smoothing.
 *
 * @param span where it lies in the recording
 * @param speechSeconds how much speech is in it, 0 to the length of the span
 * @param probabilities calibrated, one for each class of the timeline in their order; they sum to 1
 * @param strangeness how far it lies from what the model was trained on, more than 1 for what is
 *     unlike it; 0 where the model does not know ({@link org.emotone.Familiarity})
 */
public record TimelineWindow(
    Segment span, double speechSeconds, List<Double> probabilities, double strangeness) {

  /** Takes a copy of the list. */
  public TimelineWindow {
    probabilities = List.copyOf(probabilities);
    if (!(speechSeconds >= 0 && speechSeconds <= span.duration() + 1e-9)) {
      throw new IllegalArgumentException(
          "speechSeconds must be from 0 to the window's %s, was %s"
              .formatted(span.duration(), speechSeconds));
    }
  }

  /** A window of a model that does not know what it was trained on. */
  public TimelineWindow(Segment span, double speechSeconds, List<Double> probabilities) {
    this(span, speechSeconds, probabilities, 0);
  }

  /** Whether it is like what the model was trained on, as far as that is known. */
  public boolean familiar() {
    return strangeness <= 1;
  }

  /**
   * Whether a stretch is like what the model was trained on: by the mean strangeness of the windows
   * over it, each as heavy as it overlaps; true where no window does.
   */
  public static boolean familiar(Segment stretch, List<TimelineWindow> windows) {
    double sum = 0;
    double weights = 0;
    for (TimelineWindow window : windows) {
      double from = Math.max(stretch.start(), window.span().start());
      double overlap = Math.max(0, Math.min(stretch.end(), window.span().end()) - from);
      sum += overlap * window.strangeness();
      weights += overlap;
    }
    return sum <= weights;
  }
}
