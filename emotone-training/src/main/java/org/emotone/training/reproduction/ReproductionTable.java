package org.emotone.training.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;

/**
 * Published figures and ours side by side.
 *
 * @param catalogue the systems, in the order of the rows
 * @param results what has been run of them
 */
public record ReproductionTable(Catalogue catalogue, Reproductions results) implements StudyResult {

  private static final String INTRODUCTION =
      """
      # Published systems, run again

      Most published figures of speech emotion recognition come from tests whose speakers the model has heard, which flatters it. Each
      system below was run here twice: under the protocol that its figure comes from, and with speakers kept apart, which is what a
      stranger's voice meets. What a protocol leaks is in the column *leaks*, by the letters below the table; augmented copies of test
      clips and choices on the test are never made here, so where the original did, ours is the more honest figure of the two.

      Figures are in %. Accuracy is the share of clips recognised; UAR the mean recall of the classes. ± is the standard deviation over
      seeds, of which each draws another test; brackets are a 95 % interval by bootstrap over speakers, of all folds together.
      Parameters of classifiers count what the model stores; training is the mean time of one run. `emotone reproduce` writes this page.

      """;

  /** What the columns are called. */
  public static final List<String> HEAD =
      List.of(
          "system",
          "corpora, classes",
          "published protocol",
          "leaks",
          "published",
          "ours, same protocol",
          "ours, speakers apart",
          "parameters",
          "training",
          "recipe");

  /** The systems that have been run, in the order of the catalogue, with what came of them. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (PublishedSystem system : catalogue.systems()) {
      Optional<ReproducedSystem> result = results.of(system.id());
      result.ifPresent(found -> rows.add(new Row(system, found)));
    }
    return rows;
  }

  /** The ids of the systems that have not been run. */
  public List<String> missing() {
    return catalogue.systems().stream()
        .map(PublishedSystem::id)
        .filter(id -> results.of(id).isEmpty())
        .toList();
  }

  /**
   * A system that has been run.
   *
   * @param system what was published
   * @param result what came of it here
   */
  public record Row(PublishedSystem system, ReproducedSystem result) {

    /** As many cells as {@link #HEAD} has names. */
    public List<String> cells() {
      return List.of(
          system.id(),
          String.join("+", result.corpora()) + ", " + result.classes(),
          system.protocol(),
          system.leakCodes(),
          published(),
          same(),
          apart(),
          result.parameters() == 0 ? "" : grouped(result.parameters()),
          training(),
          system.recipe());
    }

    private String published() {
      Double figure = system.published();
      return figure == null ? "not stated" : percent(figure) + " " + system.measure().words();
    }

    private String same() {
      Figures figures = result.published();
      String words = spread(figures, system.measure());
      boolean alone = result.independent() == null && figures.interval() != null;
      return alone ? words + interval(figures.interval()) : words;
    }

    private String apart() {
      Figures figures = result.independent();
      if (figures == null) {
        return result.published().interval() == null ? "" : "the same";
      }
      String own = spread(figures, Measure.UAR) + interval(figures.interval());
      return system.measure() == Measure.UAR ? own : spread(figures, system.measure()) + "; " + own;
    }

    /** How long was trained, in words. */
    String training() {
      String time =
          result.seconds() < 90
              ? Math.round(result.seconds()) + " s"
              : Math.round(result.seconds() / 60) + " min";
      return result.epochs() == 0 ? "" : "up to " + result.epochs() + " epochs, " + time;
    }

    /** The command that gives the figures. */
    public String command() {
      StringBuilder command = new StringBuilder("./emotone reproduce ").append(system.id());
      result.needed().forEach(id -> command.append(" --corpus ").append(id).append("=FOLDER"));
      return command.toString();
    }
  }

  private static String spread(Figures figures, Measure measure) {
    double mean = measure.of(figures).mean();
    int runs = measure.of(figures).runs();
    String deviation =
        runs < 2
            ? ""
            : String.format(Locale.ROOT, " ± %.1f", 100 * measure.of(figures).deviation());
    return percent(mean) + deviation + " " + measure.words() + (runs < 2 ? " (1 seed)" : "");
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? ""
        : " [" + percent(interval.lower()) + ", " + percent(interval.upper()) + "]";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** As a Markdown page: a table, the leaks' letters, and what there is to say of each. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    text.append("| ").append(String.join(" | ", HEAD)).append(" |\n");
    text.append("|---".repeat(HEAD.size())).append("|\n");
    for (Row row : rows()) {
      text.append("| ").append(String.join(" | ", row.cells())).append(" |\n");
    }
    text.append("\nLeaks: ").append(leaks()).append(".\n");
    for (Row row : rows()) {
      text.append("\n**").append(row.system().id()).append("**: ").append(row.system().system());
      text.append('.');
      if (row.system().note() != null) {
        text.append(' ').append(row.system().note());
      }
      text.append(" `").append(row.command()).append("`\n");
    }
    if (!missing().isEmpty()) {
      text.append("\nNot run yet: ").append(String.join(", ", missing())).append(".\n");
    }
    return text.toString();
  }

  /** What the letters stand for. */
  public static String leaks() {
    return String.join(
        "; ", Arrays.stream(Leak.values()).map(leak -> leak.code() + ", " + leak.words()).toList());
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows()) {
      List<String> cells = row.cells();
      text.append("%s (%s; leaks: %s)%n".formatted(cells.get(0), cells.get(1), cells.get(3)));
      for (int column = 4; column <= 6; column++) {
        String cell = cells.get(column);
        text.append(cell.isEmpty() ? "" : "  %-22s %s%n".formatted(HEAD.get(column), cell));
      }
    }
    return text.toString();
  }

  @Override
  public String toJson() {
    return StrictJson.writeIndented(results);
  }
}
