package org.emotone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.emotone.features.FeatureMatrix;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.ColourMap;

/**
 * Features over time as a picture: coefficients as rows of a coloured map, from the lowest at the
 * bottom, or a single coefficient as a curve, which has gaps where it is 0.
 */
public final class FeaturePlot {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int RIGHT = 90;
  private static final int TOP = 48;
  private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
  private static final int PLOT_HEIGHT = 270;
  private static final int TICKS = 5;
  private static final Font LABEL = Canvas.font(12, false);

  private final FeatureMatrix matrix;
  private final double hopSeconds;
  private final String title;
  private final String unit;
  private final double low;
  private final double high;

  /**
   * A plot.
   *
   * @param matrix at least one frame
   * @param hopSeconds time from one frame to the next in seconds
   * @param title of the picture
   * @param unit what the vertical axis counts
   */
  public FeaturePlot(FeatureMatrix matrix, double hopSeconds, String title, String unit) {
    if (matrix.frames() == 0) {
      throw new IllegalArgumentException("there are no frames to plot");
    }
    this.matrix = matrix;
    this.hopSeconds = hopSeconds;
    this.title = title;
    this.unit = unit;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (float value : matrix.values()) {
      boolean gap = value == 0 && isCurve();
      least = gap ? least : Math.min(least, value);
      most = gap ? most : Math.max(most, value);
    }
    low = least > most ? 0 : least;
    high = Math.max(most, low + 1e-9 + 1e-6 * Math.abs(low));
  }

  private boolean isCurve() {
    return matrix.coefficients() == 1;
  }

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.text(title, LEFT, 24, Align.LEFT, Canvas.font(16, true), Canvas.INK);
    canvas.turned(unit, 18, TOP + PLOT_HEIGHT / 2.0, 90, Align.CENTRE, LABEL, Canvas.FAINT);
    times(canvas);
    if (isCurve()) {
      curve(canvas);
    } else {
      map(canvas);
    }
    return canvas.image();
  }

  private void map(Canvas canvas) {
    int rows = matrix.coefficients();
    BufferedImage picture =
        ColourMap.paint(
            matrix.frames(), rows, (x, y) -> (matrix.get(x, rows - 1 - y) - low) / (high - low));
    canvas.picture(picture, LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT);
    int step = Math.max(1, (int) Math.ceil(rows / 8.0));
    for (int row = 0; row < rows; row += step) {
      double y = TOP + PLOT_HEIGHT * (1 - (row + 0.5) / rows);
      canvas.text(Integer.toString(row), LEFT - 8, y, Align.RIGHT, LABEL, Canvas.FAINT);
    }
    BufferedImage bar = ColourMap.paint(1, 256, (x, y) -> 1 - y / 255.0);
    int left = LEFT + PLOT_WIDTH + 14;
    canvas.picture(bar, left, TOP, 12, PLOT_HEIGHT);
    for (int i = 0; i <= TICKS - 1; i++) {
      double share = (double) i / (TICKS - 1);
      double y = TOP + PLOT_HEIGHT * (1 - share);
      String text = number(low + share * (high - low));
      canvas.text(text, left + 18, y, Align.LEFT, LABEL, Canvas.FAINT);
    }
  }

  private void curve(Canvas canvas) {
    for (int i = 0; i <= TICKS - 1; i++) {
      double share = (double) i / (TICKS - 1);
      double y = TOP + PLOT_HEIGHT * (1 - share);
      canvas.line(LEFT, y, LEFT + PLOT_WIDTH, y, 1, Canvas.GRID);
      String text = number(low + share * (high - low));
      canvas.text(text, LEFT - 8, y, Align.RIGHT, LABEL, Canvas.FAINT);
    }
    Path2D path = new Path2D.Double();
    boolean drawing = false;
    for (int frame = 0; frame < matrix.frames(); frame++) {
      float value = matrix.get(frame, 0);
      double x = LEFT + PLOT_WIDTH * (frame + 0.5) / matrix.frames();
      double y = TOP + PLOT_HEIGHT * (1 - (value - low) / (high - low));
      if (value == 0) {
        drawing = false;
      } else if (drawing) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        path.lineTo(x + 0.5, y);
        drawing = true;
      }
    }
    canvas.curve(path, 2f, Canvas.FIRST);
  }

  private void times(Canvas canvas) {
    double seconds = matrix.frames() * hopSeconds;
    double step = step(seconds / 8);
    double bottom = TOP + PLOT_HEIGHT;
    Color grid = isCurve() ? Canvas.GRID : Canvas.FAINT;
    for (int i = 0; i * step <= seconds + 1e-9; i++) {
      double x = LEFT + PLOT_WIDTH * i * step / seconds;
      canvas.line(x, isCurve() ? TOP : bottom, x, bottom + 4, 1, grid);
      canvas.text(number(i * step), x, bottom + 16, Align.CENTRE, LABEL, Canvas.FAINT);
    }
    canvas.text("seconds", LEFT + PLOT_WIDTH / 2.0, bottom + 38, Align.CENTRE, LABEL, Canvas.FAINT);
  }

  /** 1, 2 or 5 times a power of ten that is not below a value. */
  private static double step(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String format =
        size >= 100
            ? "%.0f"
            : size >= 1 ? "%.1f" : size >= 0.1 ? "%.2f" : size == 0 ? "%.0f" : "%.3g";
    return String.format(Locale.ROOT, format, value).replace('-', '−');
  }
}
