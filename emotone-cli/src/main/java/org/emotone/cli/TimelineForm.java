package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** A form in which timelines are written. */
enum TimelineForm {
  /** Tables for people. */
  TABLE(".txt") {
    @Override
    TimelineListing listing(PrintWriter out, List<String> classes, boolean alone) {
      return new TimelineTable(out);
    }
  },

  /** All that is known, for programs. */
  JSON(".json") {
    @Override
    TimelineListing listing(PrintWriter out, List<String> classes, boolean alone)
        throws IOException {
      return new JsonTimelines(out, alone);
    }
  },

  /** A row for each segment. */
  CSV(".csv") {
    @Override
    TimelineListing listing(PrintWriter out, List<String> classes, boolean alone) {
      return new CsvTimelines(out, classes);
    }
  };

  private final String ending;

  TimelineForm(String ending) {
    this.ending = ending;
  }

  /** What the name of a file in this form ends in. */
  String ending() {
    return ending;
  }

  /**
   * Begins to write.
   *
   * @param classes the model's classes
   * @param alone whether there is one recording only, which gets a document of its own
   */
  abstract TimelineListing listing(PrintWriter out, List<String> classes, boolean alone)
      throws IOException;
}
