package org.emotone.training.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

  /** What the columns are called. */
  public static final List<String> HEAD =
      List.of(
          "system",
          "learned and tested",
          "published",
          "ours, same protocol",
          "difference",
          "ours, speakers apart",
          "parameters, training",
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
          conditions(),
          published(),
          same(),
          change(),
          apart(),
          cost(),
          system.recipe());
    }

    /** Corpora, classes, protocol and leaks, in words. */
    public String conditions() {
      return "%s, %d classes; %s; leaks: %s"
          .formatted(
              String.join("+", result.corpora()),
              result.classes(),
              system.protocol(),
              system.leakCodes());
    }

    /** What was learned and how long that took; empty where neither is known. */
    private String cost() {
      String values = result.parameters() == 0 ? "" : grouped(result.parameters());
      return values.isEmpty() || result.epochs() == 0
          ? values + training()
          : values + "; " + training();
    }

    private String published() {
      Double figure = system.published();
      return figure == null ? "not stated" : percent(figure) + " " + system.measure().words();
    }

    private String same() {
      Figures figures = result.published();
      return speakersApart() ? both(figures) : spread(figures, system.measure());
    }

    /** The measure of the published figure, and the UAR with its interval. */
    private String both(Figures figures) {
      String own = spread(figures, Measure.UAR) + interval(figures.interval());
      return system.measure() == Measure.UAR ? own : spread(figures, system.measure()) + "; " + own;
    }

    /** Whether the published protocol keeps speakers apart. */
    private boolean speakersApart() {
      return !system.leaks().contains(Leak.SPEAKERS);
    }

    /** Ours under the published protocol less the published figure; empty where none is stated. */
    public OptionalDouble difference() {
      Double figure = system.published();
      return figure == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(system.measure().of(result.published()).mean() - figure);
    }

    /**
     * What ours loses of its UAR when speakers are kept apart; empty where that was not measured.
     */
    public OptionalDouble lost() {
      Figures figures = result.independent();
      return figures == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(result.published().uar().mean() - figures.uar().mean());
    }

    private String change() {
      OptionalDouble difference = difference();
      return difference.isEmpty()
          ? ""
          : String.format(Locale.ROOT, "%+.1f", 100 * difference.getAsDouble());
    }

    private String apart() {
      Figures figures = result.independent();
      if (figures == null) {
        return speakersApart() ? "the same" : "";
      }
      return both(figures);
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
    String seeds = runs < 2 ? " (1 seed)" : " (" + runs + " seeds)";
    return percent(mean) + deviation + " " + measure.words() + seeds;
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

  /**
   * The rows under the headings of the catalogue, in the order in which these first stand there.
   */
  public Map<String, List<Row>> groups() {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows()) {
      String group = row.system().group() == null ? "Systems" : row.system().group();
      groups.computeIfAbsent(group, name -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** What all figures together say, in a sentence each; empty as long as they say nothing. */
  public List<String> inShort() {
    List<String> sentences = new ArrayList<>();
    double[] lost = rows().stream().flatMapToDouble(row -> row.lost().stream()).sorted().toArray();
    if (lost.length > 1) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Of %d systems that were measured both ways, each loses %.0f to %.0f points of UAR, %.0f"
                  + " in the median, when it has to do with speakers that it has not heard.",
              lost.length,
              100 * lost[0],
              100 * lost[lost.length - 1],
              100 * lost[lost.length / 2]));
    }
    double[] differences =
        rows().stream().flatMapToDouble(row -> row.difference().stream()).toArray();
    if (differences.length > 1) {
      sentences.add(
          ("Of %d published figures, %d are equalled or beaten here under their own protocol, and"
                  + " %d more come within 3 points.")
              .formatted(
                  differences.length,
                  Arrays.stream(differences).filter(d -> d >= -0.0005).count(),
                  Arrays.stream(differences).filter(d -> d < -0.0005 && d >= -0.03).count()));
    }
    return sentences;
  }

  /** As a Markdown page: tables, the leaks' letters, and what there is to say of each. */
  public String toMarkdown() {
    return new ReproductionMarkdown(this).text();
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
      text.append("%s (%s)%n".formatted(cells.get(0), cells.get(1)));
      for (int column = 2; column <= 5; column++) {
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
