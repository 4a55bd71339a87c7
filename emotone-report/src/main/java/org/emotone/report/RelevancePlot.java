package org.emotone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.emotone.explain.Explanation;
import org.emotone.features.FeatureMatrix;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Canvas;

/**
 * What an answer rests on, as a picture: the model's input in greys, over it what speaks for the
 * class in vermillion and what speaks against it in blue, with the means over time above and over
 * frequency at the side. A clip that the model hears as a single row is drawn as bars.
 */
public final class RelevancePlot {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;
  private static final int LEFT = 78;
  private static final int PLOT = 760;
  private static final int TOP = 128;
  private static final int TALL = 300;
  private static final int STRIP = 60;
  private static final int GAP = 8;
  private static final double MOST_OPAQUE = 0.75;
  private static final Font LABEL = Canvas.font(12, false);
  private static final Font SENTENCE = Canvas.font(13, false);
  private static final double[] HERTZ = {125, 250, 500, 1000, 2000, 4000, 8000};

  private final Explanation explanation;
  private final FeatureMatrix relevance;
  private final double largest;
  private final String title;

  /**
   * A plot.
   *
   * @param explanation what is drawn
   * @param title of the picture
   */
  public RelevancePlot(Explanation explanation, String title) {
    this.explanation = explanation;
    this.title = title;
    relevance = explanation.relevance().values();
    largest = Math.max(1e-9, explanation.relevance().largest());
  }

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.text(title, LEFT, 26, Align.LEFT, Canvas.font(16, true), Canvas.INK);
    legend(canvas);
    if (relevance.frames() == 1) {
      bars(canvas);
    } else {
      canvas.picture(overlay(), LEFT, TOP, PLOT, TALL);
      frequencies(canvas);
      times(canvas);
      overTime(canvas);
      overCoefficients(canvas);
    }
    canvas.text(sentence(explanation.cues()), LEFT, HEIGHT - 52, Align.LEFT, SENTENCE, Canvas.INK);
    canvas.text(
        sentence(explanation.regions()), LEFT, HEIGHT - 28, Align.LEFT, SENTENCE, Canvas.INK);
    return canvas.image();
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private void legend(Canvas canvas) {
    double right = WIDTH - 24;
    for (boolean against : new boolean[] {false, true}) {
      String words =
          against ? "speaks against it" : "speaks for " + explanation.relevance().label();
      canvas.text(words, right, 26, Align.RIGHT, LABEL, Canvas.FAINT);
      right -= canvas.width(words, LABEL) + 18;
      canvas.fill(right, 20, 12, 12, against ? Canvas.FIRST : Canvas.SECOND);
      right -= 20;
    }
  }

  private BufferedImage overlay() {
    FeatureMatrix input = explanation.input();
    float[] sorted = input.values().clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (0.02 * (sorted.length - 1))];
    double high = Math.max(low + 1e-6, sorted[(int) (0.995 * (sorted.length - 1))]);
    int rows = input.coefficients();
    BufferedImage image = new BufferedImage(input.frames(), rows, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < input.frames(); x++) {
      for (int y = 0; y < rows; y++) {
        double level = (input.get(x, rows - 1 - y) - low) / (high - low);
        image.setRGB(x, y, mixed(level, relevance.get(x, rows - 1 - y) / largest));
      }
    }
    return image;
  }

  /** Grey from white (quiet) to dark (loud) under a veil of one of two colours. */
  private static int mixed(double level, double weight) {
    int grey = (int) Math.round(250 - 215 * Math.max(0, Math.min(1, level)));
    Color veil = weight >= 0 ? Canvas.SECOND : Canvas.FIRST;
    double opacity = MOST_OPAQUE * Math.min(1, Math.abs(weight));
    return new Color(
            part(grey, veil.getRed(), opacity),
            part(grey, veil.getGreen(), opacity),
            part(grey, veil.getBlue(), opacity))
        .getRGB();
  }

  private static int part(int grey, int veil, double opacity) {
    return (int) Math.round((1 - opacity) * grey + opacity * veil);
  }

  private void frequencies(Canvas canvas) {
    double[] hz = explanation.axes().hz();
    int rows = relevance.coefficients();
    if (hz.length == 0) {
      int step = Math.max(1, (int) Math.ceil(rows / 8.0));
      for (int row = 0; row < rows; row += step) {
        tick(canvas, row, Integer.toString(row));
      }
    }
    for (double mark : HERTZ) {
      int above = 0;
      while (above < hz.length && hz[above] < mark) {
        above++;
      }
      if (above > 0 && above < hz.length) {
        double place = above - 1 + (mark - hz[above - 1]) / (hz[above] - hz[above - 1]);
        tick(canvas, place, String.format(Locale.ROOT, "%.0f", mark));
      }
    }
    String unit = hz.length == 0 ? "coefficient" : "Hz";
    canvas.turned(unit, 18, TOP + TALL / 2.0, 90, Align.CENTRE, LABEL, Canvas.FAINT);
  }

  private void tick(Canvas canvas, double row, String text) {
    double y = TOP + TALL * (1 - (row + 0.5) / relevance.coefficients());
    canvas.line(LEFT - 4, y, LEFT, y, 1, Canvas.FAINT);
    canvas.text(text, LEFT - 8, y, Align.RIGHT, LABEL, Canvas.FAINT);
  }

  private void times(Canvas canvas) {
    double start = explanation.axes().startSeconds();
    double seconds = explanation.axes().seconds();
    double step = step(seconds / 8);
    double bottom = TOP + TALL;
    for (double time = Math.ceil(start / step) * step;
        time <= start + seconds + 1e-9;
        time += step) {
      double x = LEFT + PLOT * (time - start) / seconds;
      canvas.line(x, bottom, x, bottom + 4, 1, Canvas.FAINT);
      String text = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", time);
      canvas.text(text, x, bottom + 16, Align.CENTRE, LABEL, Canvas.FAINT);
    }
    canvas.text("seconds", LEFT + PLOT / 2.0, bottom + 38, Align.CENTRE, LABEL, Canvas.FAINT);
  }

  private static double step(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  private void overTime(Canvas canvas) {
    double[] profile = explanation.relevance().overTime();
    double most = most(profile);
    double middle = TOP - GAP - STRIP / 2.0;
    canvas.line(LEFT, middle, LEFT + PLOT, middle, 1, Canvas.GRID);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < profile.length; i++) {
      double x = LEFT + PLOT * (i + 0.5) / profile.length;
      double y = middle - STRIP / 2.0 * profile[i] / most;
      move(path, i, x, y);
    }
    canvas.curve(path, 2f, Canvas.INK);
    canvas.text("by time", LEFT + PLOT + 12, middle, Align.LEFT, LABEL, Canvas.FAINT);
  }

  private void overCoefficients(Canvas canvas) {
    double[] profile = explanation.relevance().overCoefficients();
    double most = most(profile);
    double middle = LEFT + PLOT + GAP + STRIP / 2.0;
    canvas.line(middle, TOP, middle, TOP + TALL, 1, Canvas.GRID);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < profile.length; i++) {
      double y = TOP + TALL * (1 - (i + 0.5) / profile.length);
      move(path, i, middle + STRIP / 2.0 * profile[i] / most, y);
    }
    canvas.curve(path, 2f, Canvas.INK);
    String words = explanation.axes().hz().length == 0 ? "by coefficient" : "by frequency";
    canvas.text(words, middle, TOP + TALL + 16, Align.CENTRE, LABEL, Canvas.FAINT);
  }

  private static void move(Path2D path, int index, double x, double y) {
    if (index == 0) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  private static double most(double[] profile) {
    return Math.max(1e-9, Arrays.stream(profile).map(Math::abs).max().orElse(0));
  }

  /** One bar for each coefficient of a single row. */
  private void bars(Canvas canvas) {
    double middle = TOP + TALL / 2.0;
    double each = (double) PLOT / relevance.coefficients();
    canvas.line(LEFT, middle, LEFT + PLOT, middle, 1, Canvas.FAINT);
    for (int i = 0; i < relevance.coefficients(); i++) {
      double height = TALL / 2.0 * relevance.get(0, i) / largest;
      Color colour = height >= 0 ? Canvas.SECOND : Canvas.FIRST;
      double top = height >= 0 ? middle - height : middle;
      canvas.fill(LEFT + i * each, top, Math.max(0.5, 0.8 * each), Math.abs(height), colour);
    }
    int step = Math.max(1, (int) step(relevance.coefficients() / 10.0));
    for (int i = 0; i < relevance.coefficients(); i += step) {
      double x = LEFT + (i + 0.5) * each;
      canvas.text(Integer.toString(i), x, TOP + TALL + 16, Align.CENTRE, LABEL, Canvas.FAINT);
    }
    canvas.text(
        "coefficient", LEFT + PLOT / 2.0, TOP + TALL + 38, Align.CENTRE, LABEL, Canvas.FAINT);
  }
}
