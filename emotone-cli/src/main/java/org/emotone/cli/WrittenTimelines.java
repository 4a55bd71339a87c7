package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.emotone.timeline.Timeline;

/**
 * Counts timelines that are written to files: prints a line for each warning and one at the end.
 */
final class WrittenTimelines implements TimelineListing {

  private final PrintWriter err;
  private int written;

  WrittenTimelines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void add(Path file, Timeline timeline) {
    written++;
    for (String warning : timeline.warnings()) {
      String named = warning.startsWith(file.toString()) ? warning : file + ": " + warning;
      err.println("emotone: " + named);
    }
  }

  @Override
  public void fail(Path file, String line) {
    // Standard error has the line already.
  }

  @Override
  public void end() {
    err.printf("emotone: %d %s written%n", written, written == 1 ? "timeline" : "timelines");
  }
}
