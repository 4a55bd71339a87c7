package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.explain.Explanation;

/** A table for people. */
final class TableListing implements Listing {

  private static final int WIDEST_FILE = 100;

  private final PrintWriter out;
  private final int top;
  private final boolean quality;
  private final String format;
  private boolean started;

  /**
   * A table.
   *
   * @param files all files that will come, which decide the width of the first column
   * @param top how many classes to show, 0 for the best and the runner-up
   * @param quality whether a line on the quality follows each clip
   */
  TableListing(PrintWriter out, List<Path> files, int top, boolean quality) {
    this.out = out;
    this.top = top;
    this.quality = quality;
    int widest = files.stream().mapToInt(file -> file.toString().length()).max().orElse(4);
    int classes = top == 0 ? 14 : 14 * top;
    format =
        "%-"
            + Math.max(4, Math.min(WIDEST_FILE, widest))
            + "s  %-20s  %10s  %-"
            + classes
            + "s  %7s";
  }

  @Override
  public void add(Path file, Recognition recognition) {
    if (!started) {
      started = true;
      String others = top == 0 ? "runner-up" : "best " + top;
      row("file", "emotion", "confidence", others, "seconds", "");
    }
    Score best = recognition.best();
    row(
        file.toString(),
        recognition.certain() ? best.label() : "uncertain (" + best.label() + ")",
        percent(best),
        others(recognition.scores()),
        String.format(Locale.ROOT, "%.1f", recognition.duration()),
        String.join("; ", recognition.warnings()));
    if (quality) {
      out.println("  " + QualityText.line(recognition.quality()));
    }
  }

  private String others(List<Score> scores) {
    return scores.stream()
        .skip(top == 0 ? 1 : 0)
        .limit(top == 0 ? 1 : top)
        .map(score -> score.label() + " " + percent(score))
        .collect(Collectors.joining(", "));
  }

  private static String percent(Score score) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * score.probability());
  }

  private void row(
      String file, String emotion, String confidence, String others, String seconds, String notes) {
    String line = String.format(Locale.ROOT, format, file, emotion, confidence, others, seconds);
    out.println(notes.isEmpty() ? line : line + "  " + notes);
    out.flush();
  }

  @Override
  public void fail(Path file, String line) {
    // Standard error has the line; a table of answers has no place for it.
  }

  @Override
  public void explain(Explanation explanation, Path picture) {
    out.println("  " + explanation.cues());
    out.println("  " + explanation.regions() + "; see " + picture);
    out.flush();
  }

  @Override
  public void end() {
    out.flush();
  }
}
