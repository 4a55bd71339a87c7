package org.emotone.report.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.emotone.report.chart.Bars;
import org.emotone.report.chart.Chart;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Table;
import org.emotone.training.search.Objective;
import org.emotone.training.search.Range;
import org.emotone.training.search.SearchResult;
import org.emotone.training.search.Trial;

/** Charts of the figures of trials. */
final class ScoreFigures {

  private final SearchResult result;
  private final Objective objective;

  ScoreFigures(SearchResult result) {
    this.result = result;
    this.objective = result.plan().objective();
  }

  private static double score(Trial trial) {
    Double score = trial.score();
    return score == null ? Double.NaN : score;
  }

  /** The figure of a trial with four decimals. */
  String number(Trial trial) {
    return String.format(Locale.ROOT, "%.4f", score(trial));
  }

  /** A row for each trial. */
  Table table(List<Trial> trials) {
    List<String> head = new ArrayList<>(List.of(objective.words(), "trial", "epochs"));
    head.addAll(result.plan().space().keySet());
    List<List<String>> rows = new ArrayList<>();
    for (Trial trial : trials) {
      List<String> row = new ArrayList<>();
      row.add(number(trial));
      row.add(Integer.toString(trial.number()));
      row.add(Integer.toString(trial.epochs()));
      trial.values().values().forEach(value -> row.add(SearchResult.words(value)));
      rows.add(row);
    }
    return new Table(head, rows);
  }

  /** The figure of each trial in their order, and the best so far. */
  Figure course() {
    List<Trial> trials = result.trials();
    double[] scores = trials.stream().mapToDouble(ScoreFigures::score).toArray();
    double[] best = new double[scores.length];
    double so = Double.NaN;
    for (int i = 0; i < scores.length; i++) {
      so = Double.isNaN(so) || better(scores[i], so) ? scores[i] : so;
      best[i] = so;
    }
    double[] numbers = trials.stream().mapToDouble(Trial::number).toArray();
    Lines chart =
        new Lines(
            List.of(
                Lines.Series.counted("best so far", best, Ink.series(1)),
                apart("trials", numbers, scores)),
            Scale.count("trial"),
            Scale.values(objective.words()));
    String lesson =
        result
            .best()
            .map(trial -> "Trial %d is the best, at %s.".formatted(trial.number(), number(trial)))
            .orElse("No trial came to a figure.");
    return new Figure(
        "scores", objective.words() + " of each trial", lesson, chart, table(trials), false);
  }

  private boolean better(double one, double other) {
    return objective.rises() ? one > other : one < other;
  }

  /** Points without a line: there is a gap after each. */
  private static Lines.Series apart(String name, double[] xs, double[] ys) {
    double[] spacedXs = new double[2 * xs.length];
    double[] spacedYs = new double[2 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      spacedXs[2 * i] = xs[i];
      spacedYs[2 * i] = ys[i];
      spacedXs[2 * i + 1] = xs[i];
      spacedYs[2 * i + 1] = Double.NaN;
    }
    return new Lines.Series(name, spacedXs, spacedYs, Ink.series(0), true);
  }

  /** The figures over the values of one place. */
  Figure place(String path) {
    List<Trial> ranking = result.ranking();
    Range range = Objects.requireNonNull(result.plan().space().get(path), path);
    Chart chart =
        range.values().isEmpty() ? dots(path, ranking, range) : bars(path, ranking, range);
    String id = "place-" + path.replaceAll("[^A-Za-z0-9]", "-");
    return new Figure(id, path, lesson(path, ranking), chart, table(ranking), false);
  }

  private static JsonNode value(Trial trial, String path) {
    return Objects.requireNonNull(trial.values().get(path), path);
  }

  private static String lesson(String path, List<Trial> ranking) {
    return ranking.isEmpty()
        ? "No trial came to a figure."
        : "The best trial has " + SearchResult.words(value(ranking.get(0), path)) + ".";
  }

  private Lines dots(String path, List<Trial> trials, Range range) {
    boolean log = range.scale() == Range.Scale.LOG;
    double[] xs =
        trials.stream()
            .mapToDouble(trial -> value(trial, path).doubleValue())
            .map(x -> log ? Math.log10(x) : x)
            .toArray();
    double[] ys = trials.stream().mapToDouble(ScoreFigures::score).toArray();
    String label = log ? "value, as a power of ten" : "value";
    return new Lines(
        List.of(apart(path, xs, ys)), Scale.values(label), Scale.values(objective.words()));
  }

  /** The mean figure of each value, in the order of the plan. */
  private Bars bars(String path, List<Trial> trials, Range range) {
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    range.values().forEach(v -> scores.put(SearchResult.words(v), new ArrayList<>()));
    for (Trial trial : trials) {
      scores
          .computeIfAbsent(SearchResult.words(value(trial, path)), key -> new ArrayList<>())
          .add(score(trial));
    }
    double unit = objective.rises() ? 100 : 1;
    List<Bars.Row> rows = new ArrayList<>();
    scores.forEach(
        (value, own) -> {
          double mean = own.stream().mapToDouble(Double::doubleValue).average().orElse(0);
          String trialWords = own.size() == 1 ? "1 trial" : own.size() + " trials";
          Bars.Part part = new Bars.Part("mean of " + trialWords, unit * mean, Ink.ACCENT);
          rows.add(new Bars.Row(value + " (" + trialWords + ")", List.of(part)));
        });
    return new Bars(rows, objective.rises() ? "% " + objective.words() : objective.words());
  }
}
