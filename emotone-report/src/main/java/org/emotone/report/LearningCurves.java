package org.emotone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Canvas;
import org.emotone.training.engine.EpochMetrics;

/**
 * How a training went, as a picture: the losses over the epochs on the left, UAR and accuracy on
 * the validation speakers on the right, the epoch that was kept marked in both.
 */
public final class LearningCurves {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 420;
  private static final Font LABEL = Canvas.font(12, false);

  private final List<EpochMetrics> history;
  private final int bestEpoch;
  private final String title;

  /**
   * A plot.
   *
   * @param history the epochs in order
   * @param bestEpoch the epoch that was kept, 0 for none
   * @param title of the picture
   */
  public LearningCurves(List<EpochMetrics> history, int bestEpoch, String title) {
    this.history = List.copyOf(history);
    this.bestEpoch = bestEpoch;
    this.title = title;
  }

  private record Curve(String name, Color colour, ToDoubleFunction<EpochMetrics> value) {}

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.text(title, 28, 26, Align.LEFT, Canvas.font(18, true), Canvas.INK);
    Curve train = new Curve("training loss", Canvas.FIRST, EpochMetrics::trainLoss);
    Curve validation = new Curve("validation loss", Canvas.SECOND, EpochMetrics::validationLoss);
    Curve uar = new Curve("validation UAR", Canvas.FIRST, EpochMetrics::validationUar);
    Curve accuracy =
        new Curve("validation accuracy", Canvas.SECOND, EpochMetrics::validationAccuracy);
    panel(canvas, 60, List.of(train, validation), highest(List.of(train, validation)));
    panel(canvas, 540, List.of(uar, accuracy), 1);
    return canvas.image();
  }

  private double highest(List<Curve> curves) {
    return curves.stream()
        .flatMapToDouble(c -> history.stream().mapToDouble(c.value()))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  private void panel(Canvas canvas, int left, List<Curve> curves, double highest) {
    Panel panel = new Panel(left, 84, 390, 280, history.size(), Math.max(1e-9, highest));
    panel.grid(canvas);
    double x = left;
    for (Curve curve : curves) {
      canvas.line(x, 62, x + 18, 62, 3, curve.colour());
      canvas.text(curve.name(), x + 24, 62, Align.LEFT, LABEL, Canvas.INK);
      x += 44 + canvas.width(curve.name(), LABEL);
      panel.curve(canvas, history.stream().mapToDouble(curve.value()), curve.colour());
    }
    if (bestEpoch > 0) {
      double best = panel.x(bestEpoch);
      canvas.line(best, panel.top(), best, panel.top() + panel.height(), 1, Canvas.FAINT);
      boolean right = bestEpoch > 0.8 * history.size();
      canvas.text(
          "kept: epoch " + bestEpoch,
          best + (right ? -6 : 6),
          panel.top() + 8,
          right ? Align.RIGHT : Align.LEFT,
          Canvas.font(11, false),
          Canvas.FAINT);
    }
  }

  /** A coordinate system: epochs from 1 across, values from 0 up. */
  private record Panel(
      double left, double top, double width, double height, int epochs, double highest) {

    double x(double epoch) {
      return epochs <= 1 ? left + width / 2 : left + width * (epoch - 1) / (epochs - 1);
    }

    double y(double value) {
      return top + height * (1 - value / ceiling());
    }

    /** The highest tick: the first multiple of the step that no value exceeds. */
    double ceiling() {
      return step() * Math.ceil(highest / step() - 1e-9);
    }

    /** 1, 2 or 5 times a power of ten, four to eight of them to the highest value. */
    double step() {
      double raw = highest / 5;
      double power = Math.pow(10, Math.floor(Math.log10(raw)));
      double digit = raw / power;
      return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    /** Distance of the epochs that are named: 1, 2 or 5 times a power of ten, about ten names. */
    int every() {
      int power = 1;
      while (epochs > 100 * power) {
        power *= 10;
      }
      int digit =
          epochs <= 10 * power ? 1 : epochs <= 20 * power ? 2 : epochs <= 50 * power ? 5 : 10;
      return digit * power;
    }

    void grid(Canvas canvas) {
      int ticks = (int) Math.round(ceiling() / step());
      for (int i = 0; i <= ticks; i++) {
        double value = i * step();
        canvas.line(left, y(value), left + width, y(value), 1, Canvas.GRID);
        canvas.text(
            String.format(Locale.ROOT, step() < 0.1 ? "%.2f" : "%.1f", value),
            left - 8,
            y(value),
            Align.RIGHT,
            LABEL,
            Canvas.FAINT);
      }
      for (int epoch = 1; epoch <= epochs; epoch++) {
        if (epoch == 1 || epoch % every() == 0) {
          String name = Integer.toString(epoch);
          canvas.text(name, x(epoch), top + height + 16, Align.CENTRE, LABEL, Canvas.FAINT);
        }
      }
      canvas.text("epoch", left + width / 2, top + height + 38, Align.CENTRE, LABEL, Canvas.FAINT);
    }

    /** Draws a curve, with a gap where a value is not a number. */
    void curve(Canvas canvas, DoubleStream values, Color colour) {
      double[] points = values.toArray();
      Path2D path = new Path2D.Double();
      boolean drawing = false;
      for (int i = 0; i < points.length; i++) {
        if (!Double.isFinite(points[i])) {
          drawing = false;
        } else if (drawing) {
          path.lineTo(x(i + 1), y(points[i]));
        } else {
          path.moveTo(x(i + 1), y(points[i]));
          path.lineTo(x(i + 1), y(points[i]));
          drawing = true;
        }
      }
      canvas.curve(path, 2.2f, colour);
    }
  }
}
