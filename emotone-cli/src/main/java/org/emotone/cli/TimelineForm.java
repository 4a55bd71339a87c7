package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.emotone.output.AudformatWriter;
import org.emotone.output.TimelineFormat;
import org.jspecify.annotations.Nullable;

/**
 * A form in which timelines are written.
 *
 * @param format for other programs, or null for tables for people
 */
record TimelineForm(@Nullable TimelineFormat format) {

  /** What the name of a file in this form ends in. */
  String ending() {
    return format == null ? ".txt" : format.ending();
  }

  /** Whether the form can only show when something is heard, and so is one of timelines. */
  boolean isOfTimes() {
    return format != null && format != TimelineFormat.CSV && !format.holdsClips();
  }

  /** Whether one document may hold several recordings. */
  boolean holdsSeveral() {
    return format == null || format.holdsSeveral();
  }

  /** Whether there is a place in it for why an answer is as it is. */
  boolean takesReasons() {
    return format == null || format == TimelineFormat.JSON;
  }

  /** Whether all recordings go into one folder, not into a file each. */
  boolean isFolder() {
    return format != null && format.isFolder();
  }

  /**
   * Begins to write.
   *
   * @param alone whether there is one recording only, which gets a document of its own
   */
  TimelineListing listing(PrintWriter out, boolean alone) throws IOException {
    return format == null
        ? new TimelineTable(out)
        : new WriterListing(format.open(out, alone), out);
  }

  /**
   * Begins to write into a folder.
   *
   * @param out flushed after each recording
   */
  static WriterListing folder(Path folder, PrintWriter out) {
    return new WriterListing(new AudformatWriter(folder), out);
  }
}
