package org.emotone.output;

import java.io.IOException;
import org.emotone.timeline.Timeline;

/** A form of which a document holds one recording. */
abstract sealed class SingleWriter implements TimelineWriter
    permits TextGridWriter, WebVttWriter, SrtWriter, AudacityWriter, EafWriter {

  final Appendable out;
  private boolean written;

  SingleWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public final void add(String file, Timeline timeline) throws IOException {
    if (written) {
      throw new IllegalStateException(
          "a document of this form holds one recording; " + file + " needs another");
    }
    written = true;
    write(file, timeline);
  }

  abstract void write(String file, Timeline timeline) throws IOException;

  @Override
  public void close() throws IOException {
    // What was written is complete.
  }
}
