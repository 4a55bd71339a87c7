package org.emotone.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * Something with its time in whole milliseconds: each boundary is rounded by itself, so that what
 * touches goes on touching.
 *
 * @param start in ms, 0 or more
 * @param end in ms, after the start and not after the end of the recording
 * @param value what is there
 */
record Cue<T>(long start, long end, T value) {

  /** The nearest millisecond, halves upwards. */
  static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }

  /** The segments of a timeline, in order and without overlap; none is empty. */
  static List<Cue<EmotionSegment>> segments(Timeline timeline) {
    return of(timeline.segments(), EmotionSegment::span, timeline.duration());
  }

  /** The stretches of speech of a timeline, in order and without overlap; none is empty. */
  static List<Cue<Segment>> speech(Timeline timeline) {
    return of(timeline.speech(), segment -> segment, timeline.duration());
  }

  private static <T> List<Cue<T>> of(List<T> values, Function<T, Segment> span, double duration) {
    List<Cue<T>> cues = new ArrayList<>();
    long last = 0;
    for (T value : values) {
      long start = Math.max(last, millis(span.apply(value).start()));
      long end = Math.min(millis(duration), millis(span.apply(value).end()));
      if (end > start) {
        cues.add(new Cue<>(start, end, value));
        last = end;
      }
    }
    return cues;
  }

  /** The same time with something else. */
  <S> Cue<S> with(S other) {
    return new Cue<>(start, end, other);
  }
}
