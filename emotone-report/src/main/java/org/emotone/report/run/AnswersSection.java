package org.emotone.report.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.emotone.report.chart.BarGroups;
import org.emotone.report.chart.HeatMap;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.evaluation.ClassScore;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Evaluation;

/** What was answered for what: the confusion matrix in counts and shares, and each class. */
final class AnswersSection {

  private final Evaluation evaluation;
  private final ConfusionMatrix confusion;
  private final List<String> labels;

  private AnswersSection(Evaluation evaluation) {
    this.evaluation = evaluation;
    confusion = evaluation.confusion();
    labels = confusion.labels();
  }

  static Section of(Evaluation evaluation) {
    AnswersSection section = new AnswersSection(evaluation);
    return new Section(
        "answers",
        "What it answers",
        "Rows are what clips are, columns what was answered. UAR is the mean of the diagonal of the"
            + " shares, each class counting the same; accuracy counts each clip the same.",
        List.of(section.counts(), section.shares(), section.classes()));
  }

  private Figure counts() {
    return matrix(
        "confusion-counts",
        "Confusion in clips",
        "%d of %d clips were recognised.".formatted(right(), confusion.total()),
        (truth, answer) -> Integer.toString(confusion.counts()[truth][answer]),
        (truth, answer) -> Integer.toString(confusion.counts()[truth][answer]));
  }

  private int right() {
    int right = 0;
    for (int i = 0; i < labels.size(); i++) {
      right += confusion.counts()[i][i];
    }
    return right;
  }

  private Figure shares() {
    return matrix(
        "confusion-percent",
        "Confusion in percent of each class",
        confusionLesson(),
        (truth, answer) -> percent("%.0f", truth, answer),
        (truth, answer) -> percent("%.1f", truth, answer));
  }

  private String percent(String format, int truth, int answer) {
    return confusion.support(truth) == 0
        ? "–"
        : String.format(Locale.ROOT, format, 100 * share(truth, answer));
  }

  private double share(int truth, int answer) {
    int support = confusion.support(truth);
    return support == 0 ? 0 : (double) confusion.counts()[truth][answer] / support;
  }

  private String confusionLesson() {
    int truth = -1;
    int answer = -1;
    double most = 0;
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < labels.size(); j++) {
        if (i != j && share(i, j) > most) {
          most = share(i, j);
          truth = i;
          answer = j;
        }
      }
    }
    return truth < 0
        ? "No clip was taken for another class."
        : String.format(
            Locale.ROOT,
            "Most often taken for something else: %s for %s, %.1f %% of its clips.",
            labels.get(truth),
            labels.get(answer),
            100 * most);
  }

  /** A matrix with one text in the cells of the chart and another in those of the table. */
  private Figure matrix(
      String id,
      String title,
      String lesson,
      BiFunction<Integer, Integer, String> drawn,
      BiFunction<Integer, Integer, String> listed) {
    int size = labels.size();
    double[][] cells = new double[size][size];
    String[][] texts = new String[size][size];
    List<String> head = new ArrayList<>(List.of("truth ↓ answer →"));
    head.addAll(labels);
    Table.Builder table = new Table.Builder(head.toArray(String[]::new));
    for (int truth = 0; truth < size; truth++) {
      List<Object> row = new ArrayList<>(List.of(labels.get(truth)));
      for (int answer = 0; answer < size; answer++) {
        cells[truth][answer] = share(truth, answer);
        texts[truth][answer] = drawn.apply(truth, answer);
        row.add(listed.apply(truth, answer));
      }
      table.row(row.toArray());
    }
    HeatMap chart = new HeatMap(labels, labels, cells, texts, "truth", "answer");
    Figure figure = new Figure(id, title, lesson, chart, table.build(), false);
    return size > 10 ? figure.widened() : figure;
  }

  private Figure classes() {
    List<BarGroups.Group> groups = new ArrayList<>();
    Table.Builder table =
        new Table.Builder("class", "precision", "recall", "F1", "AUC", "clips", "answers");
    for (int i = 0; i < labels.size(); i++) {
      ClassScore score = confusion.score(i);
      boolean absent = score.support() == 0;
      boolean unnamed = confusion.answers(i) == 0;
      double precision = unnamed ? Double.NaN : score.precision();
      double recall = absent ? Double.NaN : score.recall();
      double f1 = absent && unnamed ? Double.NaN : score.f1();
      groups.add(new BarGroups.Group(labels.get(i), precision, recall, f1));
      Double auc = evaluation.curves().get(i).auc();
      table.row(
          labels.get(i),
          number(precision),
          number(recall),
          number(f1),
          auc == null ? "–" : number(auc),
          score.support(),
          confusion.answers(i));
    }
    return new Figure(
        "classes",
        "Precision, recall and F1 of each class, in percent",
        classLesson(),
        new BarGroups(List.of("precision", "recall", "F1"), groups),
        table.build(),
        true);
  }

  private String classLesson() {
    List<ClassScore> heard = evaluation.classes().stream().filter(s -> s.support() > 0).toList();
    Comparator<ClassScore> byRecall = Comparator.comparingDouble(ClassScore::recall);
    ClassScore worst = heard.stream().min(byRecall).orElseThrow();
    ClassScore best = heard.stream().max(byRecall).orElseThrow();
    List<String> absent =
        evaluation.classes().stream()
            .filter(score -> score.support() == 0)
            .map(ClassScore::label)
            .toList();
    String gap =
        absent.isEmpty()
            ? ""
            : " No clip was of "
                + String.join(", ", absent)
                + ", which count in no mean but macro-F1, and there only if answered.";
    return String.format(
        Locale.ROOT,
        "Found best: %s (%.1f %%); worst: %s (%.1f %%).%s",
        best.label(),
        100 * best.recall(),
        worst.label(),
        100 * worst.recall(),
        gap);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
