package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.timeline.Timeline;

/** A way to write timelines, recording by recording. */
interface TimelineListing {

  /** A recording that was heard. */
  void add(Path file, Timeline timeline) throws IOException;

  /**
   * A recording that could not be read.
   *
   * @param line why, in one line
   */
  void fail(Path file, String line) throws IOException;

  /** After the last recording. */
  void end() throws IOException;
}
