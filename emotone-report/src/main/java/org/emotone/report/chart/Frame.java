package org.emotone.report.chart;

import java.util.List;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/** Grid lines and the names of ticks. */
final class Frame {

  static final int FONT = 12;

  private Frame() {}

  /** Horizontal lines at the ticks of an axis that goes up, with their values on the left. */
  static void rows(Axis up, int about, double left, double right, List<Mark> marks) {
    double[] ticks = up.ticks(about);
    for (double tick : ticks) {
      double y = up.at(tick);
      marks.add(new Mark.Line(left, y, right, y, 1, Ink.GRID));
      marks.add(
          new Mark.Words(Axis.label(tick, gap(ticks)), left - 8, y, Align.RIGHT, FONT, Ink.FAINT));
    }
  }

  /** The room that the values on the left of {@link #rows} need. */
  static double room(Axis up, int about) {
    double[] ticks = up.ticks(about);
    double widest = 0;
    for (double tick : ticks) {
      widest = Math.max(widest, Drawing.textWidth(Axis.label(tick, gap(ticks)), FONT));
    }
    return widest + 10;
  }

  /** The values of the ticks of an axis that goes across, below a line. */
  static void ticks(Axis across, int about, double below, List<Mark> marks) {
    double[] ticks = across.ticks(about);
    for (double tick : ticks) {
      String label = Axis.label(tick, gap(ticks));
      marks.add(new Mark.Words(label, across.at(tick), below + 16, Align.CENTRE, FONT, Ink.FAINT));
    }
  }

  private static double gap(double[] ticks) {
    return ticks.length < 2 ? 1 : ticks[1] - ticks[0];
  }
}
