package org.emotone.timeline;

import java.util.List;
import org.emotone.audio.signal.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of speech in which one emotion is heard.
 *
 * @param span where it lies in the recording
 * @param label the emotion: a class of the timeline
 * @param confidence the mean calibrated probability of the emotion over the speech of the segment,
 *     0 to 1
 * @param certain whether the confidence reaches the model's threshold and the segment is like what
 *     the model was trained on; otherwise the label is only the best guess
 * @param probabilities mean over the speech of the segment, one for each class of the timeline in
 *     their order; they sum to 1
 * @param speaker who speaks, such as {@code speaker 1}, or null if nobody was told apart
 */
public record EmotionSegment(
    Segment span,
    String label,
    double confidence,
    boolean certain,
    List<Double> probabilities,
    @Nullable String speaker) {

  /** Takes a copy of the list. */
  public EmotionSegment {
    probabilities = List.copyOf(probabilities);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1, was " + confidence);
    }
  }
}
