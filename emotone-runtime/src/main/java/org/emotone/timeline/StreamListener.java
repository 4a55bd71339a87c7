package org.emotone.timeline;

import java.util.List;
import org.emotone.audio.signal.Segment;

/** Hears what a {@link RecognitionStream} recognises, as soon as it does, on the pushing thread. */
public interface StreamListener {

  /**
   * A window is complete: the interval result, one for each step of speech.
   *
   * @param window what was recognised by itself; the same as in the {@link Timeline} of the whole
   * @param current the last segment of the utterance so far, smoothed; what comes may still change
   *     it
   */
  default void interval(TimelineWindow window, EmotionSegment current) {}

  /**
   * An utterance has ended: this stands. A quarter of a second of silence is what tells that it
   * has.
   *
   * @param span from its start to its end, pauses of up to a quarter of a second included
   * @param segments its emotions, side by side from its start to its end; the same as in the {@link
   *     Timeline} of the whole
   */
  default void utterance(Segment span, List<EmotionSegment> segments) {}
}
