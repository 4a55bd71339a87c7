package org.emotone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.emotone.report.run.Amount;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.evaluation.McNemar;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.record.RunComparison;
import org.emotone.training.record.RunRow;
import org.jspecify.annotations.Nullable;

/** A comparison of runs as text. */
final class ComparisonText {

  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** Columns of a curve. */
  private static final int CURVE = 48;

  /** Longer values of recipes are cut. */
  private static final int LONGEST = 40;

  private final RunComparison comparison;
  private final PrintWriter out;
  private final List<RunRow> rows;

  ComparisonText(RunComparison comparison, PrintWriter out) {
    this.comparison = comparison;
    this.out = out;
    rows = comparison.runs().stream().map(RunRow::of).toList();
  }

  void print() {
    for (int i = 0; i < rows.size(); i++) {
      out.println(letter(i) + "  " + rows.get(i).folder());
    }
    out.println();
    figures();
    differences();
    curves();
    tests();
  }

  /** A, B … Z, then A1 and so on. */
  private static String letter(int index) {
    String letter = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? letter : letter + index / 26;
  }

  private void figures() {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    for (int i = 0; i < rows.size(); i++) {
      head.add(letter(i));
    }
    table.add(head);
    table.add(row("state", row -> row.state().word()));
    table.add(row("corpora", row -> String.join("+", row.corpora())));
    table.add(row("split", row -> words(row.split())));
    table.add(row("overlap", row -> words(row.overlap())));
    table.add(row("parameters", row -> Amount.words(row.parameters())));
    table.add(row("epochs", row -> row.epochs() + "/" + row.epochsPlanned()));
    table.add(row("best epoch", row -> Integer.toString(row.bestEpoch())));
    table.add(row("seconds an epoch", ComparisonText::seconds));
    table.add(row("validation UAR", row -> number(row.validationUar())));
    comparison
        .figures()
        .forEach(
            (name, values) -> {
              List<String> cells = new ArrayList<>(List.of(name));
              values.forEach(value -> cells.add(number(value)));
              table.add(cells);
            });
    table.add(row("UAR from (95 %)", row -> number(row.uarLower())));
    table.add(row("UAR to (95 %)", row -> number(row.uarUpper())));
    TextTable.print(table, out);
  }

  private List<String> row(String name, Function<RunRow, String> value) {
    List<String> cells = new ArrayList<>(List.of(name));
    rows.forEach(row -> cells.add(cut(value.apply(row))));
    return cells;
  }

  private static String words(@Nullable String words) {
    return words == null ? "–" : words;
  }

  private static String seconds(RunRow row) {
    return row.epochs() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f", row.seconds() / row.epochs());
  }

  private void differences() {
    Map<String, List<String>> differences = comparison.differences();
    out.println();
    if (differences.isEmpty()) {
      out.println("the recipes are the same");
      return;
    }
    out.println("what the recipes differ in");
    List<List<String>> table = new ArrayList<>();
    differences.forEach(
        (key, values) -> {
          List<String> cells = new ArrayList<>(List.of("  " + key));
          values.forEach(value -> cells.add(value.isEmpty() ? "–" : cut(value)));
          table.add(cells);
        });
    TextTable.print(table, out);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private void curves() {
    out.println();
    out.println("UAR on the validation, from 0 (low) to 1 (high)");
    for (int i = 0; i < rows.size(); i++) {
      out.println("  " + letter(i) + "  " + curve(comparison.runs().get(i)));
    }
  }

  /** A bar for each epoch, or for the mean of some. */
  private static String curve(RecordedRun run) {
    List<EpochMetrics> history = run.history();
    int columns = Math.min(CURVE, history.size());
    StringBuilder curve = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      double mean =
          history.subList(i * history.size() / columns, (i + 1) * history.size() / columns).stream()
              .mapToDouble(EpochMetrics::validationUar)
              .average()
              .orElse(Double.NaN);
      int height = (int) Math.min(BARS.length() - 1.0, mean * BARS.length());
      curve.append(Double.isNaN(mean) ? ' ' : BARS.charAt(height));
    }
    return curve.length() == 0 ? "no epoch has ended" : curve.toString();
  }

  private void tests() {
    for (int i = 0; i < comparison.againstFirst().size(); i++) {
      McNemar test = comparison.againstFirst().get(i);
      out.println();
      out.println(
          test == null
              ? letter(i + 1) + " and A have no clip in common that both were measured on"
              : letter(i + 1) + " (the second) against A (the first): " + test.words());
    }
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
