package org.emotone.report.chart;

import java.util.List;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/** Names of groups with their colours, in as many lines as they need. */
final class Legend {

  private static final int FONT = 12;
  private static final double LINE = 20;
  private static final double DOT = 10;
  private static final double GAP = 18;

  private Legend() {}

  /** A group's name and colour. */
  record Entry(String name, Ink ink) {}

  /**
   * Draws it.
   *
   * @return where it ends below
   */
  static double draw(List<Entry> entries, double top, double width, List<Mark> marks) {
    double x = 0;
    double y = top + LINE / 2;
    for (Entry entry : entries) {
      double length = DOT + 6 + Drawing.textWidth(entry.name(), FONT);
      if (x > 0 && x + length > width) {
        x = 0;
        y += LINE;
      }
      marks.add(new Mark.Box(x, y - DOT / 2, DOT, DOT, entry.ink()));
      marks.add(new Mark.Words(entry.name(), x + DOT + 6, y, Align.LEFT, FONT, Ink.TEXT));
      x += length + GAP;
    }
    return entries.isEmpty() ? top : y + LINE / 2 + 6;
  }
}
