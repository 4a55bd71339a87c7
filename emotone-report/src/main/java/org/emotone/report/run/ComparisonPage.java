package org.emotone.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.BarGroups;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Figure;
import org.emotone.report.page.FigureHtml;
import org.emotone.report.page.Page;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.evaluation.McNemar;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.record.RunComparison;
import org.emotone.training.record.RunRow;
import org.jspecify.annotations.Nullable;

/** Runs side by side, as one page that needs nothing else. */
public final class ComparisonPage {

  private final RunComparison comparison;
  private final List<RecordedRun> runs;
  private final List<String> names;

  /** A page. */
  public ComparisonPage(RunComparison comparison) {
    this.comparison = comparison;
    runs = comparison.runs();
    names = names(runs);
  }

  /** Names of the folders; where two are called the same, their whole paths. */
  private static List<String> names(List<RecordedRun> runs) {
    boolean distinct = runs.stream().map(RecordedRun::name).distinct().count() == runs.size();
    return runs.stream()
        .map(run -> distinct ? run.name() : run.folder().root().toString())
        .toList();
  }

  /** The page. */
  public String html() {
    Page page = new Page("Emotone · runs side by side", String.join(" / ", names));
    page.style(Page.resource(ComparisonPage.class, "report.css"));
    page.lead(
        "<p class=\"intro\">Figures of other clips, other classes or another split are not"
            + " comparable: look at how each was obtained before you believe a difference.</p>");
    page.add("figures", "The figures", figures());
    List<Figure> charts = charts();
    if (!charts.isEmpty()) {
      page.add(
          new Section(
              "curves",
              "How they learned, and what they recognise",
              "Curves are of the validation clips of each run, recalls of its test.",
              charts));
    }
    page.add("differences", "What the recipes differ in", differences());
    page.foot("<h2>How it was compared</h2>\n<p>" + Svg.escape(method()) + "</p>");
    return page.html();
  }

  private Table.Builder table(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(names);
    return new Table.Builder(head.toArray(String[]::new));
  }

  private String figures() {
    List<RunRow> rows = runs.stream().map(RunRow::of).toList();
    Table.Builder table = table("");
    row(table, "state", rows.stream().map(row -> row.state().word()).toList());
    row(table, "corpora", rows.stream().map(row -> String.join("+", row.corpora())).toList());
    row(table, "split", rows.stream().map(row -> words(row.split())).toList());
    row(table, "overlap", rows.stream().map(row -> words(row.overlap())).toList());
    row(table, "parameters", rows.stream().map(r -> Amount.words(r.parameters())).toList());
    row(table, "epochs", rows.stream().map(r -> r.epochs() + " of " + r.epochsPlanned()).toList());
    row(table, "best epoch", rows.stream().map(r -> Integer.toString(r.bestEpoch())).toList());
    row(table, "training", rows.stream().map(r -> TrainingSection.time(r.seconds())).toList());
    comparison
        .figures()
        .forEach(
            (name, values) -> {
              List<String> cells = new ArrayList<>();
              values.forEach(value -> cells.add(number(value)));
              row(table, name, cells);
            });
    row(table, "UAR from (95 %)", rows.stream().map(r -> number(r.uarLower())).toList());
    row(table, "UAR to (95 %)", rows.stream().map(r -> number(r.uarUpper())).toList());
    return FigureHtml.open(table.build(), "Figures of the runs");
  }

  private static void row(Table.Builder table, String name, List<String> cells) {
    List<Object> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    table.row(row.toArray());
  }

  private static String words(@Nullable String words) {
    return words == null ? "–" : words;
  }

  private List<Figure> charts() {
    List<Figure> figures = new ArrayList<>();
    if (runs.stream().anyMatch(run -> !run.history().isEmpty())) {
      figures.add(
          curves("uar", "UAR on the validation", EpochMetrics::validationUar, Scale.share("UAR")));
      figures.add(curves("loss", "Training loss", EpochMetrics::trainLoss, Scale.fromZero("loss")));
    }
    Table.Builder table = table("class");
    List<BarGroups.Group> groups = new ArrayList<>();
    String prefix = "recall of ";
    comparison
        .figures()
        .forEach(
            (name, values) -> {
              if (name.startsWith(prefix)) {
                String label = name.substring(prefix.length());
                List<String> cells = new ArrayList<>();
                values.forEach(value -> cells.add(number(value)));
                row(table, label, cells);
                double[] bars =
                    values.stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray();
                groups.add(new BarGroups.Group(label, bars));
              }
            });
    if (!groups.isEmpty()) {
      figures.add(
          new Figure(
              "recalls",
              "Recall of each class, in percent",
              "Where runs of about the same UAR differ in what they recognise.",
              new BarGroups(names, groups),
              table.build(),
              true));
    }
    return figures;
  }

  private Figure curves(
      String id, String title, ToDoubleFunction<EpochMetrics> value, Scale scale) {
    List<Lines.Series> series = new ArrayList<>();
    Table.Builder table = new Table.Builder("run", "best epoch", "there", "in the last epoch");
    for (int i = 0; i < runs.size(); i++) {
      List<EpochMetrics> history = runs.get(i).history();
      double[] values = history.stream().mapToDouble(value).toArray();
      series.add(Lines.Series.counted(names.get(i), values, Ink.series(i)));
      int best = runs.get(i).bestEpoch();
      table.row(
          names.get(i),
          best,
          best == 0 ? "–" : number(values[best - 1]),
          values.length == 0 ? "–" : number(values[values.length - 1]));
    }
    Lines chart = new Lines(series, Scale.count("epoch"), scale);
    String lesson = "Epoch by epoch, each run by its own recipe.";
    return new Figure(id, title, lesson, chart, table.build(), false);
  }

  private String differences() {
    Map<String, List<String>> differences = comparison.differences();
    if (differences.isEmpty()) {
      return "<p class=\"intro\">The recipes are the same.</p>";
    }
    Table.Builder table = table("key");
    differences.forEach(
        (key, values) -> row(table, key, values.stream().map(v -> v.isEmpty() ? "–" : v).toList()));
    return FigureHtml.open(table.build(), "Differences of the recipes");
  }

  private String method() {
    StringBuilder words =
        new StringBuilder("Against ").append(names.get(0)).append(" (the first of each pair): ");
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < comparison.againstFirst().size(); i++) {
      McNemar test = comparison.againstFirst().get(i);
      tests.add(
          names.get(i + 1)
              + ", "
              + (test == null ? "no clip that both were measured on" : test.words()));
    }
    return words.append(String.join("; ", tests)).append('.').toString();
  }

  private static String number(@Nullable Double value) {
    return value == null || value.isNaN() ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
