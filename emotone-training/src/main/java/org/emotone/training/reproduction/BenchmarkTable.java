package org.emotone.training.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Spread;
import org.emotone.training.reproduction.PublishedSystem.Targets;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * What our own recipes reach on benchmarks, beside what they were to reach.
 *
 * @param table the systems, of which those without targets are left out, and what came of them
 */
public record BenchmarkTable(ReproductionTable table) implements StudyResult {

  /** What the columns are called. */
  public static final List<String> HEAD =
      List.of(
          "benchmark",
          "corpus, classes",
          "folds",
          "published",
          "must",
          "goal",
          "ours, mean over folds",
          "together [95 % over speakers]",
          "ECE",
          "alone",
          "reached",
          "parameters",
          "training of a fold",
          "others");

  /** The benchmarks that have been run. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (ReproductionTable.Row row : table.rows()) {
      Targets targets = row.system().targets();
      if (targets != null) {
        rows.add(new Row(row, targets));
      }
    }
    return rows;
  }

  /**
   * A benchmark that has been run.
   *
   * @param row what is known of it
   * @param targets what it was to reach
   */
  public record Row(ReproductionTable.Row row, Targets targets) {

    /** The UAR that is compared with the targets: the mean over folds and seeds. */
    public double uar() {
      Figures figures = row.result().published();
      Spread folds = figures.uarOverFolds();
      return folds == null ? figures.uar().mean() : folds.mean();
    }

    /** As many cells as {@link #HEAD} has names. */
    public List<String> cells() {
      ReproducedSystem result = row.result();
      Figures figures = result.published();
      Spread folds = figures.uarOverFolds() == null ? figures.uar() : figures.uarOverFolds();
      Double published = row.system().published();
      return List.of(
          row.system().id(),
          String.join("+", result.corpora()) + ", " + result.classes(),
          row.system().protocol(),
          published == null ? "–" : number(published),
          number(targets.must()),
          number(targets.goal()),
          folds.runs() < 2 ? number(folds.mean()) : folds.words(),
          together(figures),
          number(figures.calibrationError().mean()),
          alone(result),
          reached(),
          String.format(Locale.ROOT, "%,d", result.parameters()),
          row.training(),
          targets.others() == null ? "" : targets.others());
    }

    private static String together(Figures figures) {
      Spread seeds = figures.uar();
      @Nullable Interval interval = figures.interval();
      String words =
          seeds.runs() < 2 ? number(seeds.mean()) + " (1 seed)" : seeds.words() + " over seeds";
      return interval == null
          ? words
          : words + " [" + number(interval.lower()) + ", " + number(interval.upper()) + "]";
    }

    /** What each recipe of a fusion reaches by itself. */
    private static String alone(ReproducedSystem result) {
      Map<String, Spread> alone = result.alone();
      return alone == null
          ? ""
          : String.join(
              ", ",
              alone.entrySet().stream()
                  .map(entry -> entry.getKey() + " " + number(entry.getValue().mean()))
                  .toList());
    }

    private String reached() {
      if (uar() >= targets.goal()) {
        return "goal";
      }
      return uar() >= targets.must() ? "must" : "no";
    }

    /** The command that gives the figures. */
    public String command() {
      return row.command().replace("emotone reproduce", "emotone benchmark");
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows()) {
      List<String> cells = row.cells();
      text.append("%s (%s; %s)%n".formatted(cells.get(0), cells.get(1), cells.get(2)));
      for (int column = 3; column < HEAD.size(); column++) {
        String cell = cells.get(column);
        text.append(cell.isEmpty() ? "" : "  %-30s %s%n".formatted(HEAD.get(column), cell));
      }
    }
    return text.toString();
  }

  /** As a Markdown table with the commands below it. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", HEAD)).append(" |\n");
    text.append("|---".repeat(HEAD.size())).append("|\n");
    for (Row row : rows()) {
      text.append("| ").append(String.join(" | ", row.cells())).append(" |\n");
    }
    for (Row row : rows()) {
      text.append("\n**").append(row.row().system().id()).append("**: ");
      text.append(row.row().system().system()).append('.');
      if (row.row().system().note() != null) {
        text.append(' ').append(row.row().system().note());
      }
      text.append(" `").append(row.command()).append("`\n");
    }
    return text.toString();
  }

  @Override
  public String toJson() {
    return table.toJson();
  }
}
