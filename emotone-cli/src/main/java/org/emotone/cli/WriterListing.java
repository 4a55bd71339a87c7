package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.emotone.Recognition;
import org.emotone.explain.Explanation;
import org.emotone.output.TimelineWriter;
import org.emotone.timeline.Timeline;

/** Writes clips and timelines in a form that other programs read. */
final class WriterListing implements Listing, TimelineListing {

  private final TimelineWriter writer;
  private final PrintWriter out;

  /**
   * A listing.
   *
   * @param out what the writer writes to, flushed after each recording
   */
  WriterListing(TimelineWriter writer, PrintWriter out) {
    this.writer = writer;
    this.out = out;
  }

  @Override
  public void add(Path file, Recognition clip) throws IOException {
    writer.add(file.toString(), clip);
    out.flush();
  }

  @Override
  public void add(Path file, Timeline timeline) throws IOException {
    writer.add(file.toString(), timeline);
    out.flush();
  }

  @Override
  public void fail(Path file, String line) throws IOException {
    writer.fail(file.toString(), line);
    out.flush();
  }

  @Override
  public void explain(Explanation explanation, Path picture) {
    // analyze refuses to explain in these forms: they have no place for it.
  }

  @Override
  public void end() throws IOException {
    writer.close();
    out.flush();
  }
}
