package org.emotone.report.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marks on a sheet, the later ones above the earlier.
 *
 * @param width of the sheet in pixels
 * @param height of the sheet in pixels
 * @param marks what is on it
 */
public record Drawing(double width, double height, List<Mark> marks) {

  /** Mean width of a character of a sans-serif font, as a share of its size. */
  private static final double CHARACTER = 0.56;

  /** Copies the marks. */
  public Drawing {
    marks = List.copyOf(marks);
  }

  /**
   * About how wide a text is, in pixels. An estimate that does not depend on the fonts of the
   * machine, so that the same data gives the same drawing everywhere.
   */
  public static double textWidth(String text, int size) {
    return CHARACTER * size * text.codePointCount(0, text.length());
  }

  /** This drawing with another below it, as wide as the wider one. */
  public Drawing above(Drawing other) {
    List<Mark> both = new ArrayList<>(marks);
    other.marks.forEach(mark -> both.add(lowered(mark, height)));
    return new Drawing(Math.max(width, other.width), height + other.height, both);
  }

  private static Mark lowered(Mark mark, double by) {
    if (mark instanceof Mark.Box m) {
      return new Mark.Box(m.x(), m.y() + by, m.width(), m.height(), m.ink(), m.opacity(), m.tip());
    }
    if (mark instanceof Mark.Line m) {
      return new Mark.Line(m.x1(), m.y1() + by, m.x2(), m.y2() + by, m.thickness(), m.ink());
    }
    if (mark instanceof Mark.Curve m) {
      return new Mark.Curve(m.xs(), lowered(m.ys(), by), m.thickness(), m.ink());
    }
    if (mark instanceof Mark.Area m) {
      return new Mark.Area(m.xs(), lowered(m.ys(), by), m.ink(), m.opacity(), m.tip());
    }
    if (mark instanceof Mark.Dots m) {
      return new Mark.Dots(m.xs(), lowered(m.ys(), by), m.size(), m.ink(), m.opacity());
    }
    Mark.Words m = (Mark.Words) mark;
    return new Mark.Words(
        m.text(), m.x(), m.y() + by, m.align(), m.size(), m.bold(), m.turned(), m.ink());
  }

  private static double[] lowered(double[] ys, double by) {
    return Arrays.stream(ys).map(y -> y + by).toArray();
  }
}
