package org.emotone.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.emotone.report.chart.Histogram;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.evaluation.ClassCurves;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.ReliabilityBin;
import org.emotone.training.evaluation.RiskCoverage;
import org.jspecify.annotations.Nullable;

/** What the probabilities are worth: ROC, precision over recall, and reliability. */
final class ConfidenceSection {

  private final Evaluation evaluation;
  private final List<Judgement> judgements;

  private ConfidenceSection(Evaluation evaluation, List<Judgement> judgements) {
    this.evaluation = evaluation;
    this.judgements = judgements;
  }

  static Section of(Evaluation evaluation, List<Judgement> judgements) {
    ConfidenceSection section = new ConfidenceSection(evaluation, judgements);
    List<Figure> figures = new ArrayList<>();
    figures.add(section.curves(true));
    figures.add(section.curves(false));
    figures.add(section.reliability());
    RiskCoverage risk = evaluation.riskCoverage();
    if (risk != null) {
      figures.add(riskCoverage(risk));
    }
    if (!judgements.isEmpty()) {
      figures.add(section.confidences());
    }
    return new Section(
        "confidence",
        "What its confidence is worth",
        "How well each class' probability tells its clips from all others at any threshold, and"
            + " whether answers are right as often as they are confident.",
        figures);
  }

  private Figure curves(boolean roc) {
    List<Lines.Series> series = new ArrayList<>();
    Table.Builder table = new Table.Builder("class", "AUC", "average precision");
    List<ClassCurves> all = evaluation.curves();
    for (int i = 0; i < all.size(); i++) {
      ClassCurves curve = all.get(i);
      List<ClassCurves.Point> points = roc ? curve.roc() : curve.precisionRecall();
      if (!points.isEmpty()) {
        series.add(
            new Lines.Series(
                curve.label(),
                points.stream().mapToDouble(ClassCurves.Point::x).toArray(),
                points.stream().mapToDouble(ClassCurves.Point::y).toArray(),
                Ink.series(i),
                false));
      }
      table.row(curve.label(), number(curve.auc()), number(curve.averagePrecision()));
    }
    return roc
        ? new Figure(
            "roc",
            "ROC of each class against the rest",
            number(
                "Mean area under the curves: %.3f; the diagonal is chance, 0.5.",
                evaluation.meanAuc()),
            new Lines(
                series,
                Scale.share("share of other clips taken for the class"),
                Scale.share("share of the class found"),
                List.of(new Lines.Diagonal())),
            table.build(),
            false)
        : new Figure(
            "precision-recall",
            "Precision over recall of each class",
            number("Mean average precision: %.3f; high and flat is good.", meanPrecision()),
            new Lines(
                series,
                Scale.share("share of the class found (recall)"),
                Scale.share("share of answers that are right (precision)")),
            table.build(),
            false);
  }

  private double meanPrecision() {
    return evaluation.curves().stream()
        .map(ClassCurves::averagePrecision)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private Figure reliability() {
    List<ReliabilityBin> bins =
        evaluation.reliability().stream().filter(bin -> bin.clips() > 0).toList();
    Table.Builder table =
        new Table.Builder("confidence from", "to", "clips", "mean confidence", "accuracy");
    for (ReliabilityBin bin : bins) {
      table.row(
          number("%.2f", bin.lower()),
          number("%.2f", bin.upper()),
          bin.clips(),
          number("%.3f", bin.confidence()),
          number("%.3f", bin.accuracy()));
    }
    Lines chart =
        new Lines(
            List.of(
                new Lines.Series(
                    "answers",
                    bins.stream().mapToDouble(ReliabilityBin::confidence).toArray(),
                    bins.stream().mapToDouble(ReliabilityBin::accuracy).toArray(),
                    Ink.ACCENT,
                    true)),
            Scale.share("mean confidence of a bin"),
            Scale.share("share of it that is right"),
            List.of(new Lines.Diagonal()));
    return new Figure(
        "reliability", "Reliability", reliabilityLesson(bins), chart, table.build(), false);
  }

  private static Figure riskCoverage(RiskCoverage risk) {
    Table.Builder table = new Table.Builder("at most wrong", "share of the clips answered");
    table.row("5 %", number("%.3f", risk.coverageAt5()));
    table.row("10 %", number("%.3f", risk.coverageAt10()));
    table.row("20 %", number("%.3f", risk.coverageAt20()));
    Lines chart =
        new Lines(
            List.of(
                new Lines.Series(
                    "risk",
                    risk.curve().stream().mapToDouble(RiskCoverage.Point::coverage).toArray(),
                    risk.curve().stream().mapToDouble(RiskCoverage.Point::risk).toArray(),
                    Ink.ACCENT,
                    false)),
            Scale.share("share of the clips that are answered (coverage)"),
            Scale.share("share of the answers that are wrong (risk)"));
    return new Figure(
        "risk-coverage",
        "What it costs to answer more",
        number(
            "Answering the most confident first, with at most 20 %% wrong %.0f %% of the clips can"
                + " be answered; the area is %.3f.",
            100 * risk.coverageAt20(), risk.area()),
        chart,
        table.build(),
        false);
  }

  private String reliabilityLesson(List<ReliabilityBin> bins) {
    double over =
        bins.stream().mapToDouble(b -> b.clips() * (b.confidence() - b.accuracy())).sum()
            / evaluation.clips();
    String side =
        Math.abs(over) < 0.01
            ? "neither too sure nor too modest on the whole"
            : over > 0
                ? number("too sure by %.1f points in the mean", 100 * over)
                : number("too modest by %.1f points in the mean", -100 * over);
    return number(
        "Expected calibration error %.3f over 15 bins: %s; points below the diagonal are too sure.",
        evaluation.calibrationError(), side);
  }

  private Figure confidences() {
    double[] right = confidences(true);
    double[] wrong = confidences(false);
    Table.Builder table = new Table.Builder("answers", "clips", "mean confidence");
    table.row("right", right.length, number("%.3f", mean(right)));
    table.row("wrong", wrong.length, number("%.3f", mean(wrong)));
    double[] all = judgements.stream().mapToDouble(ConfidenceSection::confidence).toArray();
    return new Figure(
        "confidences",
        "Confidence of the answers",
        number(
            "Right answers have a confidence of %.2f in the mean, wrong ones of %.2f.",
            mean(right), mean(wrong)),
        new Histogram(all, "confidence (height: clips)", Ink.ACCENT),
        table.build(),
        false);
  }

  private double[] confidences(boolean right) {
    return judgements.stream()
        .filter(judgement -> (judgement.predicted() == judgement.truth()) == right)
        .mapToDouble(ConfidenceSection::confidence)
        .toArray();
  }

  private static double confidence(Judgement judgement) {
    return judgement.probabilities()[judgement.predicted()];
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
