package org.emotone.training.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An evaluation as text of fixed width. */
final class EvaluationText {

  private static final String GROUP = "%-26s  %6s  %6s  %6s  %7s\n";

  private EvaluationText() {}

  static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    conditions(text, evaluation);
    figures(text, evaluation);
    classes(text, evaluation);
    groups(text, evaluation);
    confusion(text, evaluation.confusion());
    return text.toString();
  }

  private static void conditions(StringBuilder text, Evaluation evaluation) {
    Conditions conditions = evaluation.conditions();
    line(text, "model", conditions.model());
    line(
        text,
        "clips",
        String.format(
            Locale.ROOT,
            "%d of %s, %d speakers",
            evaluation.clips(),
            String.join(", ", conditions.corpora()),
            evaluation.speakers()));
    line(text, "protocol", conditions.protocol());
    line(text, "overlap", conditions.overlap());
    if (conditions.droppedClips() > 0) {
      line(text, "left out", conditions.droppedWords() + " (the model has no class for them)");
    }
    if (conditions.unreadable() > 0) {
      line(text, "unreadable", Integer.toString(conditions.unreadable()));
    }
  }

  private static void figures(StringBuilder text, Evaluation evaluation) {
    text.append('\n');
    Interval interval = evaluation.uarInterval();
    String range =
        interval == null
            ? ""
            : String.format(
                Locale.ROOT,
                "   (%.0f %%: %.3f … %.3f, %s)",
                100 * interval.level(),
                interval.lower(),
                interval.upper(),
                interval.method());
    line(text, "UAR", number(evaluation.uar()) + range);
    line(text, "WA (accuracy)", number(evaluation.accuracy()));
    line(text, "macro-F1", number(evaluation.macroF1()));
    line(text, "top-2", number(evaluation.topTwo()));
    line(text, "log-loss", number(evaluation.logLoss()));
    line(text, "Brier", number(evaluation.brier()));
    line(text, "ECE (15 bins)", number(evaluation.calibrationError()));
    line(text, "AUC (mean)", number(evaluation.meanAuc()));
    RiskCoverage risk = evaluation.riskCoverage();
    if (risk != null) {
      line(
          text,
          "AURC",
          String.format(
              Locale.ROOT,
              "%.3f   (can be answered with at most 5 %% wrong: %.1f %% of the clips; 10 %%: %.1f"
                  + " %%; 20 %%: %.1f %%)",
              risk.area(),
              100 * risk.coverageAt5(),
              100 * risk.coverageAt10(),
              100 * risk.coverageAt20()));
    }
  }

  private static void classes(StringBuilder text, Evaluation evaluation) {
    List<ClassScore> scores = evaluation.classes();
    int width = Math.max(12, scores.stream().mapToInt(s -> s.label().length()).max().orElse(0));
    String row = "%-" + width + "s  %9s  %6s  %6s  %6s  %7s\n";
    text.append('\n')
        .append(
            String.format(
                Locale.ROOT, row, "class", "precision", "recall", "F1", "AUC", "support"));
    for (int i = 0; i < scores.size(); i++) {
      ClassScore s = scores.get(i);
      Double auc = evaluation.curves().get(i).auc();
      boolean absent = s.support() == 0;
      text.append(
          String.format(
              Locale.ROOT,
              row,
              s.label(),
              number(s.precision()),
              absent ? "–" : number(s.recall()),
              absent ? "–" : number(s.f1()),
              auc == null ? "–" : number(auc),
              s.support()));
    }
  }

  /** A row for each sex, intensity and corpus where there are several, and one for all speakers. */
  private static void groups(StringBuilder text, Evaluation evaluation) {
    StringBuilder rows = new StringBuilder();
    evaluation
        .groups()
        .forEach(
            (kind, scores) -> {
              if (scores.size() > 1 && !kind.equals("speaker")) {
                scores.forEach(score -> rows.append(row(kind + " " + score.value(), score)));
              }
            });
    if (rows.length() > 0) {
      text.append('\n')
          .append(String.format(Locale.ROOT, GROUP, "of these", "UAR", "WA", "F1", "clips"))
          .append(rows);
    }
    speakers(text, evaluation.groups().getOrDefault("speaker", List.of()));
  }

  private static String row(String name, GroupScore score) {
    return String.format(
        Locale.ROOT,
        GROUP,
        name,
        number(score.uar()),
        number(score.accuracy()),
        number(score.macroF1()),
        score.clips());
  }

  private static void speakers(StringBuilder text, List<GroupScore> scores) {
    if (scores.size() < 2) {
      return;
    }
    List<GroupScore> rising =
        scores.stream().sorted(Comparator.comparingDouble(GroupScore::uar)).toList();
    GroupScore worst = rising.get(0);
    GroupScore best = rising.get(rising.size() - 1);
    Spread spread = Spread.of(scores.stream().mapToDouble(GroupScore::uar).toArray());
    text.append('\n');
    line(
        text,
        "by speaker",
        String.format(
            Locale.ROOT,
            "UAR %s over %d speakers, from %.3f (%s) to %.3f (%s)",
            spread.words(),
            scores.size(),
            worst.uar(),
            worst.value(),
            best.uar(),
            best.value()));
  }

  private static void confusion(StringBuilder text, ConfusionMatrix confusion) {
    List<String> labels = confusion.labels();
    int first = Math.max(12, labels.stream().mapToInt(String::length).max().orElse(0));
    text.append("\nconfusion (rows: truth, columns: answer)\n").append(" ".repeat(first));
    labels.forEach(label -> text.append(String.format(Locale.ROOT, "  %8s", shortened(label))));
    text.append('\n');
    for (int i = 0; i < labels.size(); i++) {
      text.append(String.format(Locale.ROOT, "%-" + first + "s", labels.get(i)));
      for (int count : confusion.counts()[i]) {
        text.append(String.format(Locale.ROOT, "  %8d", count));
      }
      text.append('\n');
    }
  }

  private static String shortened(String label) {
    return label.length() <= 8 ? label : label.substring(0, 7) + "…";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-14s %s\n", name, value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
