package org.emotone.report.chart;

import org.emotone.report.drawing.Drawing;

/** Values that can be drawn. */
public sealed interface Chart
    permits BarGroups,
        Bars,
        Histogram,
        HeatMap,
        Intervals,
        Lines,
        Scatter,
        SmallMultiples,
        Violins {

  /**
   * Draws.
   *
   * @param width of the drawing in pixels, at least 280; its height follows from the content
   */
  Drawing draw(double width);
}
