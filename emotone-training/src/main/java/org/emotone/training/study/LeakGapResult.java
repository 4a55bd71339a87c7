package org.emotone.training.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.emotone.features.StrictJson;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Spread;

/**
 * What a recipe reaches on each corpus under each partition.
 *
 * @param recipe its name
 * @param cells a figure each, corpus by corpus
 */
public record LeakGapResult(String recipe, List<Cell> cells) implements StudyResult {

  /** Copies the list. */
  public LeakGapResult {
    cells = List.copyOf(cells);
  }

  /**
   * The runs of one corpus under one partition.
   *
   * @param evaluations a fold each
   */
  public record Cell(String corpus, Partition partition, List<Evaluation> evaluations) {

    /** Copies the list. */
    public Cell {
      evaluations = List.copyOf(evaluations);
    }

    /** Unweighted average recall over the folds. */
    public Spread uar() {
      return spread(Evaluation::uar);
    }

    /** Accuracy over the folds. */
    public Spread accuracy() {
      return spread(Evaluation::accuracy);
    }

    private Spread spread(ToDoubleFunction<Evaluation> figure) {
      return Spread.of(evaluations.stream().mapToDouble(figure).toArray());
    }
  }

  /** The corpora, in order. */
  public List<String> corpora() {
    return cells.stream().map(Cell::corpus).distinct().toList();
  }

  /** The partitions, in order. */
  public List<Partition> partitions() {
    return cells.stream().map(Cell::partition).distinct().toList();
  }

  /** The figures of a corpus, in the order of the partitions. */
  public List<Cell> row(String corpus) {
    return cells.stream().filter(cell -> cell.corpus().equals(corpus)).toList();
  }

  /** How far the first figure of a corpus is above its last one. */
  public double gap(String corpus) {
    List<Cell> row = row(corpus);
    return row.get(0).uar().mean() - row.get(row.size() - 1).uar().mean();
  }

  @Override
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: UAR, mean ± standard deviation over folds of the same recipe%n%n".formatted(recipe));
    text.append("%-12s".formatted("held out"));
    partitions().forEach(partition -> text.append("  %-17s".formatted(partition.words())));
    text.append("  gap\n%-12s".formatted(""));
    for (Partition partition : partitions()) {
      String words = partition.speakerDependent() ? "speaker-dependent" : "";
      text.append("  %-17s".formatted(words));
    }
    text.append("\n");
    for (String corpus : corpora()) {
      text.append("%-12s".formatted(corpus));
      row(corpus).forEach(cell -> text.append("  %-17s".formatted(cell.uar().words())));
      text.append(String.format(Locale.ROOT, "  %.3f\n", gap(corpus)));
    }
    return text.toString();
  }

  /** The same for documents, as Markdown, ending with a line break. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("| corpus | folds |");
    for (Partition partition : partitions()) {
      String mark = partition.speakerDependent() ? " (speaker-dependent)" : "";
      text.append(' ').append(partition.words()).append(mark).append(" |");
    }
    text.append(" gap |\n|---|---|").append("---|".repeat(partitions().size() + 1)).append('\n');
    for (String corpus : corpora()) {
      text.append("| %s | %d |".formatted(corpus, row(corpus).get(0).evaluations().size()));
      row(corpus).forEach(cell -> text.append(" %s |".formatted(cell.uar().words())));
      text.append(String.format(Locale.ROOT, " %.3f |\n", gap(corpus)));
    }
    return text.toString();
  }

  @Override
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("recipe", recipe);
    List<Object> rows = new ArrayList<>();
    for (Cell cell : cells) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("corpus", cell.corpus());
      row.put("partition", cell.partition());
      row.put("speakerDependent", cell.partition().speakerDependent());
      row.put("uar", cell.uar());
      row.put("accuracy", cell.accuracy());
      row.put("folds", cell.evaluations().stream().map(LeakGapResult::fold).toList());
      rows.add(row);
    }
    all.put("cells", rows);
    return StrictJson.writeIndented(all);
  }

  private static Map<String, Object> fold(Evaluation evaluation) {
    Map<String, Object> fold = new LinkedHashMap<>();
    fold.put("uar", evaluation.uar());
    fold.put("accuracy", evaluation.accuracy());
    fold.put("clips", evaluation.clips());
    fold.put("protocol", evaluation.conditions().protocol());
    fold.put("overlap", evaluation.conditions().overlap());
    return fold;
  }
}
