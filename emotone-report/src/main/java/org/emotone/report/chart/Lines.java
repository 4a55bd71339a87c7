package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * Curves over a common axis.
 *
 * @param series the curves; the later ones above the earlier
 * @param across the axis to the right
 * @param up the axis upwards
 * @param guides lines that help to read them
 */
public record Lines(List<Series> series, Scale across, Scale up, List<Guide> guides)
    implements Chart {

  private static final int FONT = 12;
  private static final double SIDE = 20;
  private static final double PLOT = 260;
  private static final double BELOW = 50;
  private static final int TICKS = 5;
  private static final double DOT = 7;

  /** Copies the lists. */
  public Lines {
    series = List.copyOf(series);
    guides = List.copyOf(guides);
  }

  /** Curves without guides. */
  public Lines(List<Series> series, Scale across, Scale up) {
    this(series, across, up, List.of());
  }

  /**
   * One curve; where a value is not a number, it has a gap.
   *
   * @param name of the curve, which the legend has
   * @param xs places of its points, as many as {@code ys}
   * @param ys values of its points
   * @param ink its colour
   * @param dots whether its points are drawn, too
   */
  public record Series(String name, double[] xs, double[] ys, Ink ink, boolean dots) {

    /** Values at 1, 2, 3 and so on. */
    public static Series counted(String name, double[] ys, Ink ink) {
      double[] xs = DoubleStream.iterate(1, x -> x + 1).limit(ys.length).toArray();
      // A single value is no line.
      return new Series(name, xs, ys, ink, ys.length == 1);
    }
  }

  /** What helps to read the curves. */
  public sealed interface Guide permits Diagonal, At {}

  /** From the lower left to the upper right corner: chance in a ROC curve, the ideal of a bin. */
  public record Diagonal() implements Guide {}

  /**
   * An upright line.
   *
   * @param x where
   * @param words beside it
   */
  public record At(double x, String words) implements Guide {}

  @Override
  public Drawing draw(double width) {
    List<Mark> marks = new ArrayList<>();
    List<Legend.Entry> legend =
        series.size() < 2
            ? List.of()
            : series.stream().map(s -> new Legend.Entry(s.name(), s.ink())).toList();
    double top = Legend.draw(legend, 0, width, marks) + 8;
    Axis y = up.axis(values(Series::ys), TICKS, top + PLOT, top);
    double left = SIDE + Frame.room(y, TICKS);
    Axis x = across.axis(values(Series::xs), TICKS, left, width - 14);
    Frame.rows(y, TICKS, left, width - 14, marks);
    Frame.ticks(x, across.ticks(width, x), top + PLOT, marks);
    String word = across.label();
    marks.add(
        new Mark.Words(word, (left + width) / 2, top + PLOT + 38, Align.CENTRE, FONT, Ink.FAINT));
    marks.add(
        new Mark.Words(up.label(), 8, top + PLOT / 2, Align.CENTRE, FONT, false, true, Ink.FAINT));
    guides.forEach(guide -> guide(guide, x, y, marks));
    series.forEach(curve -> curve(curve, x, y, marks));
    return new Drawing(width, top + PLOT + BELOW, marks);
  }

  private double[] values(Function<Series, double[]> values) {
    return series.stream().flatMapToDouble(s -> Arrays.stream(values.apply(s))).toArray();
  }

  private static void guide(Guide guide, Axis x, Axis y, List<Mark> marks) {
    if (guide instanceof At at) {
      double place = x.at(at.x());
      boolean right = place > (x.from() + x.to()) / 2;
      marks.add(new Mark.Line(place, y.from(), place, y.to(), 1, Ink.FAINT));
      marks.add(
          new Mark.Words(
              at.words(),
              place + (right ? -6 : 6),
              y.to() + 8,
              right ? Align.RIGHT : Align.LEFT,
              FONT,
              Ink.FAINT));
    } else {
      marks.add(new Mark.Line(x.from(), y.from(), x.to(), y.to(), 1.5, Ink.QUIET));
    }
  }

  private static void curve(Series curve, Axis x, Axis y, List<Mark> marks) {
    int from = 0;
    for (int i = 0; i <= curve.xs().length; i++) {
      boolean gap =
          i == curve.xs().length
              || !Double.isFinite(curve.ys()[i])
              || !Double.isFinite(curve.xs()[i]);
      if (gap) {
        stretch(curve, from, i, x, y, marks);
        from = i + 1;
      }
    }
  }

  /** The points of a curve from one up to another. */
  private static void stretch(Series curve, int from, int to, Axis x, Axis y, List<Mark> marks) {
    double[] xs = Arrays.stream(curve.xs(), from, to).map(x::at).toArray();
    double[] ys = Arrays.stream(curve.ys(), from, to).map(y::at).toArray();
    if (xs.length > 1) {
      marks.add(new Mark.Curve(xs, ys, 2.2, curve.ink()));
    }
    if (xs.length == 1 || (curve.dots() && xs.length > 0)) {
      marks.add(new Mark.Dots(xs, ys, DOT, curve.ink(), 1));
    }
  }
}
