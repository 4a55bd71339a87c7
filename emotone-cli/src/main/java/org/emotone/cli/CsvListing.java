package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.explain.Explanation;
import org.emotone.output.QualityFields;

/** Comma-separated values (RFC 4180, lines ending in LF): a row for each clip that was heard. */
final class CsvListing implements Listing {

  private final PrintWriter out;
  private static final List<String> QUALITY =
      List.of(
          "sampleRate",
          "channels",
          "peakDb",
          "rmsDb",
          "clipped",
          "silence",
          "snrDb",
          "bandwidthHz",
          "dcOffset");

  private final List<String> classes;
  private final boolean quality;

  /**
   * Writes the header.
   *
   * @param classes the model's classes, a column each
   * @param quality whether columns on the quality of the clip follow
   */
  CsvListing(PrintWriter out, List<String> classes, boolean quality) {
    this.quality = quality;
    this.out = out;
    this.classes = List.copyOf(classes);
    List<String> header = new ArrayList<>(List.of("file", "emotion", "certain", "confidence"));
    header.add("seconds");
    header.addAll(classes);
    header.add("warnings");
    header.addAll(quality ? QUALITY : List.of());
    line(header);
  }

  @Override
  public void add(Path file, Recognition recognition) {
    Map<String, Double> probabilities =
        recognition.scores().stream().collect(Collectors.toMap(Score::label, Score::probability));
    List<String> row = new ArrayList<>();
    row.add(file.toString());
    row.add(recognition.best().label());
    row.add(Boolean.toString(recognition.certain()));
    row.add(Double.toString(recognition.best().probability()));
    row.add(Double.toString(recognition.duration()));
    classes.forEach(name -> row.add(String.valueOf(probabilities.get(name))));
    row.add(String.join("; ", recognition.warnings()));
    if (quality) {
      Map<String, Object> values = QualityFields.of(recognition.quality());
      QUALITY.forEach(name -> row.add(String.valueOf(values.getOrDefault(name, ""))));
    }
    line(row);
  }

  @Override
  public void fail(Path file, String line) {
    // Standard error has the line; every row here has the same columns.
  }

  @Override
  public void explain(Explanation explanation, Path picture) {
    // analyze refuses to explain as CSV: sentences and pictures are no columns.
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(List<String> values) {
    out.print(row(values));
  }

  /** A row with its end of line. */
  static String row(List<String> values) {
    return values.stream().map(CsvListing::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[,\"\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
