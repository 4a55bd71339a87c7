package org.emotone.output;

import java.io.Closeable;
import java.io.IOException;
import org.emotone.Recognition;
import org.emotone.timeline.Timeline;

/** Writes what was heard in recordings, one after the other. Not for several threads. */
public sealed interface TimelineWriter extends Closeable
    permits JsonWriter,
        NdjsonWriter,
        CsvWriter,
        RttmWriter,
        SingleWriter,
        EmotionMlWriter,
        AudformatWriter {

  /**
   * Writes what was heard over time.
   *
   * @param file the recording's name, as the user knows it
   * @throws IllegalStateException if the form holds one recording and has it, or holds clips
   * @throws IllegalArgumentException if the form needs the same classes in all recordings, and
   *     these are others
   */
  void add(String file, Timeline timeline) throws IOException;

  /**
   * Writes what was heard in a clip as a whole.
   *
   * @param file the clip's name, as the user knows it
   * @throws UnsupportedOperationException if the form is only for times ({@link
   *     TimelineFormat#holdsClips})
   */
  default void add(String file, Recognition clip) throws IOException {
    throw new UnsupportedOperationException("this form is for times, and a whole clip has none");
  }

  /**
   * Notes that a recording could not be read, in forms that have a place for it (JSON, NDJSON).
   *
   * @param line why, in one line
   */
  default void fail(String file, String line) throws IOException {
    // Most forms have no place for it.
  }

  /** Completes the document; what it was written to stays open. */
  @Override
  void close() throws IOException;
}
