package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.RecognitionStream;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.TimelineSettings;
import org.jspecify.annotations.Nullable;

/**
 * A range of a long recording that is heard by itself: all utterances that begin in it.
 *
 * <p>What finds speech remembers what came before: levels that decay by 1 to 3 dB a second, and
 * where an utterance began, 120 s ago at most. So each range is listened to from {@value
 * #WARM_SECONDS} s before it, after which it hears what it would have heard from the beginning.
 * That this is so is checked where two ranges meet: the last utterance before the seam must be the
 * same to both.
 *
 * @param clip the recording
 * @param from where the range begins, in whole seconds
 * @param to where it ends, in whole seconds; infinite for the last
 */
record TimelinePiece(Clip clip, double from, double to) implements Serializable {

  static final int WARM_SECONDS = 150;

  private static final double SAME_SECONDS = 1e-6;

  /** An utterance lasts 120 s at most, and a little later it is known that it has ended. */
  private static final int LONGEST_SECONDS = 125;

  /**
   * What is said in a range.
   *
   * @param from where the range begins
   * @param before the start and end of the last utterance before it, or null if none was heard
   *     since listening began
   * @param utterances that begin in it: start, end, and the rows of the segments
   */
  record Heard(double from, double @Nullable [] before, ArrayList<Utterance> utterances)
      implements Serializable {}

  /** An utterance with the rows of its segments. */
  record Utterance(double start, double end, ArrayList<Row> segments) implements Serializable {}

  /** The ranges of a recording of a length in seconds. None is shorter than a minute. */
  static List<TimelinePiece> of(Clip clip, double seconds, double each) {
    List<TimelinePiece> pieces = new ArrayList<>();
    int count = (int) Math.max(1, Math.ceil((seconds - 60) / each));
    double length = Math.ceil(seconds / count);
    for (int i = 0; i < count; i++) {
      double to = i + 1 == count ? Double.POSITIVE_INFINITY : (i + 1) * length;
      pieces.add(new TimelinePiece(clip, i * length, to));
    }
    return pieces;
  }

  /**
   * Whether this range has heard what those before it have heard.
   *
   * @param own what was heard of it
   * @param last the last utterance that those before it heard, or null
   */
  static boolean fits(Heard own, @Nullable Utterance last) {
    double listenedFrom = Math.max(0, own.from() - WARM_SECONDS);
    if (own.before() == null) {
      return last == null || last.start() < listenedFrom;
    }
    return last != null
        && Math.abs(own.before()[0] - last.start()) < SAME_SECONDS
        && Math.abs(own.before()[1] - last.end()) < SAME_SECONDS;
  }

  /** Hears it. */
  Heard hear(Hearing hearing, TimelineSettings settings) throws IOException {
    double began = Math.max(0, from - WARM_SECONDS);
    Recognizer recognizer = hearing.model().recognizer();
    try (AudioStream stream =
        new PartStream(hearing.recordings().open(clip), began, Double.POSITIVE_INFINITY)) {
      Collecting collecting = new Collecting(began, recognizer.model().manifest().classes());
      int rate = stream.properties().sampleRate();
      RecognitionStream recognition =
          new RecognitionStream(
              recognizer, rate, stream.properties().channels(), settings, collecting);
      float[] block = new float[rate * stream.properties().channels()];
      boolean ended = true;
      for (int got; (got = stream.read(block, 0, rate)) > 0; ) {
        recognition.push(block, got);
        if (collecting.passed || began + recognition.seconds() > to + LONGEST_SECONDS) {
          ended = false;
          break;
        }
      }
      if (ended) {
        recognition.end();
      }
      return new Heard(from, collecting.before, collecting.utterances);
    }
  }

  /** Keeps the utterances of the range, and the last one before it. */
  private final class Collecting implements StreamListener {
    private final double began;
    private final List<String> classes;
    private final ArrayList<Utterance> utterances = new ArrayList<>();
    private double @Nullable [] before;
    private boolean passed;

    Collecting(double began, List<String> classes) {
      this.began = began;
      this.classes = classes;
    }

    @Override
    public void utterance(Segment span, List<EmotionSegment> segments) {
      double start = began + span.start();
      if (start < from) {
        before = new double[] {start, began + span.end()};
      } else if (start < to) {
        ArrayList<Row> rows = new ArrayList<>();
        segments.forEach(segment -> rows.add(Rows.of(segment, classes, began)));
        utterances.add(new Utterance(start, began + span.end(), rows));
      } else {
        passed = true;
      }
    }
  }
}
