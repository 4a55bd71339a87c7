package org.emotone.report.chart;

import org.emotone.report.drawing.Drawing;

/** Texts in the room that there is for them. */
final class Labels {

  private Labels() {}

  /** The text, or as much of its beginning as fits and an ellipsis. */
  static String fit(String text, double width, int size) {
    if (Drawing.textWidth(text, size) <= width) {
      return text;
    }
    int length = text.codePointCount(0, text.length());
    int kept = length;
    String cut = text;
    while (kept > 1 && Drawing.textWidth(cut, size) > width) {
      kept--;
      cut = text.substring(0, text.offsetByCodePoints(0, kept)) + "…";
    }
    return cut;
  }
}
