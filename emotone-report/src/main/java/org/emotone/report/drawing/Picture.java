package org.emotone.report.drawing;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Paints drawings into pictures, in the colours for a light ground. */
public final class Picture {

  private static final int MARGIN = 24;
  private static final int HEAD = 44;

  private Picture() {}

  /** A drawing with a margin and a title above it. */
  public static BufferedImage of(Drawing drawing, String title) {
    int width = (int) Math.ceil(drawing.width()) + 2 * MARGIN;
    int height = (int) Math.ceil(drawing.height()) + HEAD + MARGIN;
    Canvas canvas = new Canvas(width, height);
    canvas.text(title, MARGIN, HEAD / 2.0, Align.LEFT, Canvas.font(16, true), Canvas.INK);
    drawing.marks().forEach(mark -> paint(mark, canvas));
    return canvas.image();
  }

  private static void paint(Mark mark, Canvas canvas) {
    if (mark instanceof Mark.Box box) {
      canvas.fill(
          x(box.x()), y(box.y()), box.width(), box.height(), colour(box.ink(), box.opacity()));
    } else if (mark instanceof Mark.Line line) {
      canvas.line(
          x(line.x1()),
          y(line.y1()),
          x(line.x2()),
          y(line.y2()),
          (float) line.thickness(),
          line.ink().colour());
    } else if (mark instanceof Mark.Curve curve) {
      canvas.curve(path(curve.xs(), curve.ys()), (float) curve.thickness(), curve.ink().colour());
    } else if (mark instanceof Mark.Area area) {
      Path2D path = path(area.xs(), area.ys());
      path.closePath();
      canvas.fill(path, colour(area.ink(), area.opacity()));
      canvas.curve(path, 1, area.ink().colour());
    } else if (mark instanceof Mark.Dots dots) {
      dots(dots, canvas);
    } else if (mark instanceof Mark.Words words) {
      canvas.turned(
          words.text(),
          x(words.x()),
          y(words.y()),
          words.turned() ? 90 : 0,
          words.align(),
          Canvas.font(words.size(), words.bold()),
          words.ink().colour());
    }
  }

  private static void dots(Mark.Dots dots, Canvas canvas) {
    double half = dots.size() / 2;
    Color colour = colour(dots.ink(), dots.opacity());
    for (int i = 0; i < dots.xs().length; i++) {
      double left = x(dots.xs()[i]) - half;
      double top = y(dots.ys()[i]) - half;
      canvas.fill(new Ellipse2D.Double(left, top, dots.size(), dots.size()), colour);
    }
  }

  private static Path2D path(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xs.length; i++) {
      if (i == 0) {
        path.moveTo(x(xs[i]), y(ys[i]));
      } else {
        path.lineTo(x(xs[i]), y(ys[i]));
      }
    }
    return path;
  }

  private static Color colour(Ink ink, double opacity) {
    Color solid = ink.colour();
    return new Color(
        solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * opacity));
  }

  private static double x(double x) {
    return x + MARGIN;
  }

  private static double y(double y) {
    return y + HEAD;
  }
}
