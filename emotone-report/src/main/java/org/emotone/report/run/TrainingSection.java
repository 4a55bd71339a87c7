package org.emotone.report.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.record.RecordedRun;

/** How the training went, epoch by epoch. */
final class TrainingSection {

  private final RecordedRun run;
  private final List<EpochMetrics> history;
  private final int best;

  private TrainingSection(RecordedRun run) {
    this.run = run;
    history = run.history();
    best = run.bestEpoch();
  }

  /** The section; empty if no epoch has ended. */
  static Optional<Section> of(RecordedRun run) {
    if (run.history().isEmpty()) {
      return Optional.empty();
    }
    TrainingSection section = new TrainingSection(run);
    return Optional.of(
        new Section(
            "training",
            "How it learned",
            "Epoch by epoch. The training loss is the one that was minimised, with smoothing,"
                + " weights and mixing as the recipe has them; all else is measured on the"
                + " validation clips, which also chose the epoch.",
            List.of(section.loss(), section.quality(), section.rate(), section.time())));
  }

  private double[] values(ToDoubleFunction<EpochMetrics> value) {
    return history.stream().mapToDouble(value).toArray();
  }

  private List<Lines.Guide> kept() {
    return best == 0 ? List.of() : List.of(new Lines.At(best, "kept: epoch " + best));
  }

  private Figure loss() {
    Lines chart =
        new Lines(
            List.of(
                Lines.Series.counted("training", values(EpochMetrics::trainLoss), Ink.series(0)),
                Lines.Series.counted(
                    "validation", values(EpochMetrics::validationLoss), Ink.series(1))),
            Scale.count("epoch"),
            Scale.fromZero("loss"),
            kept());
    return new Figure("loss", "Loss", lossLesson(), chart, table(), false);
  }

  private String lossLesson() {
    EpochMetrics last = history.get(history.size() - 1);
    if (best == 0 || Double.isNaN(last.validationLoss())) {
      return number(
          "The training loss came to %.3f; there are no validation clips.", last.trainLoss());
    }
    double lowest =
        history.stream().mapToDouble(EpochMetrics::validationLoss).min().orElse(Double.NaN);
    return last.validationLoss() > 1.1 * lowest
        ? number(
            "The validation loss rose from %.3f to %.3f while the training loss fell: it began to"
                + " learn the training clips by heart.",
            lowest, last.validationLoss())
        : number(
            "The validation loss came to %.3f, %.3f at its lowest.", last.validationLoss(), lowest);
  }

  private Figure quality() {
    Lines chart =
        new Lines(
            List.of(
                Lines.Series.counted("UAR", values(EpochMetrics::validationUar), Ink.series(0)),
                Lines.Series.counted(
                    "accuracy", values(EpochMetrics::validationAccuracy), Ink.series(1))),
            Scale.count("epoch"),
            Scale.share("share recognised"),
            kept());
    boolean none = best == 0 || Double.isNaN(history.get(best - 1).validationUar());
    String lesson =
        none
            ? "There are no validation clips: nothing tells which epoch is the best."
            : number(
                "UAR was %.3f in epoch %d of %d, which was kept; it is of the clips that chose the"
                    + " epoch, so rather too high.",
                history.get(best - 1).validationUar(), best, history.size());
    return new Figure("learning", "Recognised of the validation", lesson, chart, table(), false);
  }

  private Figure rate() {
    Lines chart =
        new Lines(
            List.of(Lines.Series.counted("rate", values(EpochMetrics::learningRate), Ink.ACCENT)),
            Scale.count("epoch"),
            Scale.fromZero("learning rate"));
    double highest = history.stream().mapToDouble(EpochMetrics::learningRate).max().orElse(0);
    String lesson =
        String.format(
            Locale.ROOT,
            "At the end of the epochs, %s at its highest; the schedule is in the recipe below.",
            plain(highest));
    return new Figure("rate", "Learning rate", lesson, chart, table(), false);
  }

  private Figure time() {
    Lines chart =
        new Lines(
            List.of(Lines.Series.counted("seconds", values(EpochMetrics::seconds), Ink.ACCENT)),
            Scale.count("epoch"),
            Scale.fromZero("seconds"));
    String lesson =
        number(
            "%.1f s for an epoch in the mean, %s in all.",
            run.seconds() / history.size(), time(run.seconds()));
    return new Figure("time", "Time for an epoch", lesson, chart, table(), false);
  }

  private Table table() {
    Table.Builder table =
        new Table.Builder(
            "epoch",
            "training loss",
            "validation loss",
            "UAR",
            "accuracy",
            "learning rate",
            "seconds");
    for (EpochMetrics e : history) {
      table.row(
          e.epoch(),
          plain(e.trainLoss()),
          plain(e.validationLoss()),
          plain(e.validationUar()),
          plain(e.validationAccuracy()),
          plain(e.learningRate()),
          String.format(Locale.ROOT, "%.1f", e.seconds()));
    }
    return table.build();
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** With four digits that count. */
  private static String plain(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
  }

  /** Seconds as {@code 40 s}, {@code 12 min 05 s} or {@code 1 h 05 min}. */
  static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }
}
