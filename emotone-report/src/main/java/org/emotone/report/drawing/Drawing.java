package org.emotone.report.drawing;

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
}
