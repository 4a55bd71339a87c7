package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/** Comma-separated values (RFC 4180, lines ending in LF): a row for each segment. */
final class CsvTimelines implements TimelineListing {

  private final PrintWriter out;

  /**
   * Writes the header.
   *
   * @param classes the model's classes, a column each
   */
  CsvTimelines(PrintWriter out, List<String> classes) {
    this.out = out;
    List<String> header =
        new ArrayList<>(List.of("file", "start", "end", "emotion", "certain", "confidence"));
    header.addAll(classes);
    header.add("speaker");
    out.print(CsvListing.row(header));
  }

  @Override
  public void add(Path file, Timeline timeline) {
    for (EmotionSegment segment : timeline.segments()) {
      List<String> row = new ArrayList<>();
      row.add(file.toString());
      row.add(Double.toString(segment.span().start()));
      row.add(Double.toString(segment.span().end()));
      row.add(segment.label());
      row.add(Boolean.toString(segment.certain()));
      row.add(Double.toString(segment.confidence()));
      segment.probabilities().forEach(probability -> row.add(probability.toString()));
      row.add(segment.speaker() == null ? "" : segment.speaker());
      out.print(CsvListing.row(row));
    }
    out.flush();
  }

  @Override
  public void fail(Path file, String line) {
    // Standard error has the line; every row here has the same columns.
  }

  @Override
  public void end() {
    out.flush();
  }
}
