package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * Values with intervals, a row for each thing, to be compared with 0: what lies right of the line
 * is a gain or a loss, as the label says.
 *
 * @param names what the points of a row stand for, from above to below
 * @param rows a row for each thing, the first on top
 * @param label of the axis
 */
public record Intervals(List<String> names, List<Row> rows, String label) implements Chart {

  private static final int FONT = 13;
  private static final int TICKS = 6;
  private static final double LINE = 18;
  private static final double GAP = 12;
  private static final double BELOW = 50;
  private static final double DOT = 9;
  private static final double LONGEST_LABEL = 0.36;

  /** Copies the lists. */
  public Intervals {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /**
   * One thing.
   *
   * @param label in front of it
   * @param points one for each name
   */
  public record Row(String label, List<Point> points) {
    /** Copies the points. */
    public Row {
      points = List.copyOf(points);
    }
  }

  /**
   * A value; not a number where there is none.
   *
   * @param lower end of its interval, not a number where there is no interval
   * @param upper end of its interval
   */
  public record Point(double value, double lower, double upper) {

    /** None. */
    public static final Point NONE = new Point(Double.NaN, Double.NaN, Double.NaN);
  }

  @Override
  public Drawing draw(double width) {
    List<Mark> marks = new ArrayList<>();
    List<Legend.Entry> legend =
        IntStream.range(0, names.size())
            .mapToObj(i -> new Legend.Entry(names.get(i), Ink.series(i)))
            .toList();
    double top = names.size() > 1 ? Legend.draw(legend, 0, width, marks) + 8 : 8;
    double longest =
        rows.stream().mapToDouble(row -> Drawing.textWidth(row.label(), FONT)).max().orElse(0);
    double room = Math.min(LONGEST_LABEL * width, longest);
    Axis axis = Axis.around(values(), TICKS, room + 24, width - 24);
    double bottom = top + rows.size() * (names.size() * LINE + GAP);
    for (double tick : axis.ticks(TICKS)) {
      double x = axis.at(tick);
      marks.add(new Mark.Line(x, top, x, bottom, 1, Ink.GRID));
    }
    Frame.ticks(axis, TICKS, bottom, marks);
    marks.add(new Mark.Line(axis.at(0), top, axis.at(0), bottom, 1.5, Ink.FAINT));
    double middle = (axis.from() + axis.to()) / 2;
    marks.add(new Mark.Words(label, middle, bottom + 38, Align.CENTRE, FONT, Ink.FAINT));
    double y = top + GAP / 2;
    for (Row row : rows) {
      row(row, y, room, axis, marks);
      y += names.size() * LINE + GAP;
    }
    return new Drawing(width, bottom + BELOW, marks);
  }

  /** All ends, and 0, which is always seen. */
  private double[] values() {
    return DoubleStream.concat(
            DoubleStream.of(0),
            rows.stream()
                .flatMap(row -> row.points().stream())
                .flatMapToDouble(p -> DoubleStream.of(p.value(), p.lower(), p.upper())))
        .toArray();
  }

  private void row(Row row, double top, double room, Axis axis, List<Mark> marks) {
    String name = Labels.fit(row.label(), room, FONT);
    double middle = top + names.size() * LINE / 2;
    marks.add(new Mark.Words(name, room, middle, Align.RIGHT, FONT, Ink.TEXT));
    for (int i = 0; i < row.points().size(); i++) {
      Point point = row.points().get(i);
      double y = top + (i + 0.5) * LINE;
      if (Double.isFinite(point.lower()) && Double.isFinite(point.upper())) {
        double from = axis.at(point.lower());
        marks.add(new Mark.Line(from, y, axis.at(point.upper()), y, 2.2, Ink.series(i)));
      }
      if (Double.isFinite(point.value())) {
        double[] x = {axis.at(point.value())};
        marks.add(new Mark.Dots(x, new double[] {y}, DOT, Ink.series(i), 1));
      }
    }
  }
}
