package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * How often values fall into bins of equal width.
 *
 * @param values of any number; those that are not finite are left out
 * @param unit of the values, such as {@code s}
 * @param ink colour of the columns
 */
public record Histogram(double[] values, String unit, Ink ink) implements Chart {

  private static final int FONT = 12;
  private static final double HEIGHT = 190;
  private static final double PLOT = 140;
  private static final int BINS = 30;

  /**
   * Bins of equal width.
   *
   * @param low lower end of the first
   * @param width of each
   * @param counts values in each; the upper end of the last belongs to it
   */
  public record Bins(double low, double width, int[] counts) {

    /** Lower end of a bin. */
    public double from(int bin) {
      return low + bin * width;
    }
  }

  /** The values in about 30 bins whose width is round. */
  public Bins bins() {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    Axis axis = Axis.around(finite, BINS, 0, 1);
    double step = Axis.step((axis.high() - axis.low()) / BINS);
    int bins = (int) Math.max(1, Math.round((axis.high() - axis.low()) / step));
    int[] counts = new int[bins];
    for (double value : finite) {
      int bin = (int) Math.floor((value - axis.low()) / step + 1e-9);
      counts[Math.max(0, Math.min(bins - 1, bin))]++;
    }
    return new Bins(axis.low(), step, counts);
  }

  @Override
  public Drawing draw(double width) {
    Bins bins = bins();
    int count = bins.counts().length;
    int highest = Arrays.stream(bins.counts()).max().orElse(1);
    Axis up = Axis.upTo(highest, 3, PLOT, 8);
    double left = Frame.room(up, 3);
    Axis across = new Axis(bins.low(), bins.from(count), left, width - 12);
    List<Mark> marks = new ArrayList<>();
    Frame.rows(up, 3, left, width - 12, marks);
    for (int bin = 0; bin < count; bin++) {
      if (bins.counts()[bin] > 0) {
        column(bins, bin, across, up, marks);
      }
    }
    Frame.ticks(across, Math.max(3, (int) (width / 90)), PLOT, marks);
    marks.add(new Mark.Words(unit, (left + width) / 2, PLOT + 40, Align.CENTRE, FONT, Ink.FAINT));
    return new Drawing(width, HEIGHT, marks);
  }

  private void column(Bins bins, int bin, Axis across, Axis up, List<Mark> marks) {
    double left = across.at(bins.from(bin));
    double right = across.at(bins.from(bin + 1));
    double top = up.at(bins.counts()[bin]);
    String tip =
        String.format(
            Locale.ROOT,
            "%s to %s %s: %d",
            Axis.label(bins.from(bin), bins.width()),
            Axis.label(bins.from(bin + 1), bins.width()),
            unit,
            bins.counts()[bin]);
    marks.add(
        new Mark.Box(left + 0.5, top, Math.max(0.5, right - left - 1), PLOT - top, ink, 1, tip));
  }
}
