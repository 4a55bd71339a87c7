package org.emotone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Canvas;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Evaluation;

/**
 * A confusion matrix as a picture: a row for each true class, a column for each answer, in every
 * cell the count and its share of the row, which the shade shows, too.
 */
public final class ConfusionMatrixPlot {

  private static final int CELL = 62;
  private static final int HEAD = 90;
  private static final int MARGIN = 28;
  private static final Font LABEL = Canvas.font(13, false);
  private static final Font COUNT = Canvas.font(15, true);
  private static final Font SHARE = Canvas.font(11, false);

  private final ConfusionMatrix matrix;
  private final String title;
  private final String subtitle;

  /**
   * A plot.
   *
   * @param title what was measured
   * @param subtitle on what and how
   */
  public ConfusionMatrixPlot(ConfusionMatrix matrix, String title, String subtitle) {
    this.matrix = matrix;
    this.title = title;
    this.subtitle = subtitle;
  }

  /** The confusion matrix of an evaluation, with its conditions in the title. */
  public static ConfusionMatrixPlot of(Evaluation evaluation) {
    return new ConfusionMatrixPlot(
        evaluation.confusion(),
        String.format(
            Locale.ROOT, "%s · UAR %.3f", evaluation.conditions().model(), evaluation.uar()),
        String.format(
            Locale.ROOT,
            "%d clips of %s · %s",
            evaluation.clips(),
            String.join(", ", evaluation.conditions().corpora()),
            evaluation.conditions().overlap()));
  }

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    int size = matrix.labels().size();
    Canvas measure = new Canvas(1, 1);
    double longest =
        matrix.labels().stream().mapToDouble(l -> measure.width(l, LABEL)).max().orElse(0);
    int left = (int) Math.ceil(longest) + MARGIN + 34;
    boolean turned = longest > CELL - 2;
    int top = HEAD + (turned ? (int) Math.ceil(longest) + 16 : 28);
    int grid = size * CELL;
    double words =
        Math.max(measure.width(title, Canvas.font(18, true)), measure.width(subtitle, SHARE));
    int width = (int) Math.max(left + grid + MARGIN, words + 2 * MARGIN);
    Canvas canvas = new Canvas(width, top + grid + MARGIN);
    canvas.text(title, MARGIN, 26, Align.LEFT, Canvas.font(18, true), Canvas.INK);
    canvas.text(subtitle, MARGIN, 48, Align.LEFT, SHARE, Canvas.FAINT);
    axes(canvas, left, top, turned);
    for (int truth = 0; truth < size; truth++) {
      for (int answer = 0; answer < size; answer++) {
        cell(canvas, left, top, truth, answer);
      }
    }
    return canvas.image();
  }

  private void axes(Canvas canvas, int left, int top, boolean turned) {
    double middleOfAll = matrix.labels().size() * CELL / 2.0;
    canvas.text("answer", left + middleOfAll, 76, Align.CENTRE, LABEL, Canvas.FAINT);
    canvas.turned("truth", 22, top + middleOfAll, 90, Align.CENTRE, LABEL, Canvas.FAINT);
    for (int i = 0; i < matrix.labels().size(); i++) {
      String label = matrix.labels().get(i);
      double middle = (i + 0.5) * CELL;
      canvas.text(label, left - 10, top + middle, Align.RIGHT, LABEL, Canvas.INK);
      if (turned) {
        canvas.turned(label, left + middle, top - 8, 90, Align.LEFT, LABEL, Canvas.INK);
      } else {
        canvas.text(label, left + middle, top - 16, Align.CENTRE, LABEL, Canvas.INK);
      }
    }
  }

  private void cell(Canvas canvas, int left, int top, int truth, int answer) {
    int count = matrix.counts()[truth][answer];
    int support = matrix.support(truth);
    double share = support == 0 ? 0 : (double) count / support;
    double x = left + (double) answer * CELL;
    double y = top + (double) truth * CELL;
    canvas.fill(x + 1, y + 1, CELL - 2, CELL - 2, shade(share));
    Color ink = share > 0.5 ? Color.WHITE : count == 0 ? new Color(0xb4bbc5) : Canvas.INK;
    double middle = x + CELL / 2.0;
    canvas.text(
        String.format(Locale.ROOT, "%d", count),
        middle,
        y + CELL / 2.0 - 9,
        Align.CENTRE,
        COUNT,
        ink);
    String percent = support == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    canvas.text(percent, middle, y + CELL / 2.0 + 12, Align.CENTRE, SHARE, ink);
  }

  /** From nearly white to dark blue; equal steps of share look equally far apart. */
  private static Color shade(double share) {
    double t = Math.pow(Math.min(1, share), 0.8);
    return new Color(mix(0xf3, 0x08, t), mix(0xf6, 0x45, t), mix(0xfa, 0x87, t));
  }

  private static int mix(int from, int to, double t) {
    return (int) Math.round(from + t * (to - from));
  }
}
