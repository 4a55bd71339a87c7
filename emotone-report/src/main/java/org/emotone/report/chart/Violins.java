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
 * How values are distributed in groups: outlines as wide as values are frequent. A group of two
 * parts has one to its left and one to its right; a group of one part has it on both sides. Bars
 * mark the median and the middle half.
 *
 * @param groups from left to right
 * @param unit of the values, such as {@code Hz}
 */
public record Violins(List<Group> groups, String unit) implements Chart {

  private static final int FONT = 12;
  private static final double UNIT = 20;
  private static final double PLOT = 260;
  private static final int TICKS = 5;

  /** Fewer values than this have no outline: their points are drawn. */
  private static final int FEWEST = 8;

  /** Copies the groups. */
  public Violins {
    groups = List.copyOf(groups);
  }

  /**
   * A group.
   *
   * @param label below it
   * @param parts one, or two to be compared
   */
  public record Group(String label, List<Part> parts) {
    /** Copies the parts. */
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a group.
   *
   * @param name what it stands for, which the legend has
   * @param values of any order; those that are not finite are left out
   * @param ink its colour
   */
  public record Part(String name, double[] values, Ink ink) {

    double[] sorted() {
      return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }
  }

  @Override
  public Drawing draw(double width) {
    List<Mark> marks = new ArrayList<>();
    double top = Legend.draw(legend(), 0, width, marks) + 8;
    double[] all =
        groups.stream()
            .flatMap(group -> group.parts().stream())
            .flatMapToDouble(part -> Arrays.stream(part.values()))
            .toArray();
    Axis up = Axis.around(all, TICKS, top + PLOT, top);
    double left = UNIT + Frame.room(up, TICKS);
    Frame.rows(up, TICKS, left, width, marks);
    marks.add(new Mark.Words(unit, 8, top + PLOT / 2, Align.CENTRE, FONT, false, true, Ink.FAINT));
    double column = (width - left) / Math.max(1, groups.size());
    double longest =
        groups.stream().mapToDouble(g -> Drawing.textWidth(g.label(), FONT)).max().orElse(0);
    boolean turned = longest > column - 4;
    for (int i = 0; i < groups.size(); i++) {
      double centre = left + (i + 0.5) * column;
      group(groups.get(i), centre, 0.44 * column, up, marks);
      marks.add(label(groups.get(i).label(), centre, top + PLOT, turned));
    }
    return new Drawing(width, top + PLOT + (turned ? longest + 16 : 30), marks);
  }

  private static Mark label(String text, double x, double below, boolean turned) {
    return turned
        ? new Mark.Words(text, x, below + 10, Align.RIGHT, FONT, false, true, Ink.TEXT)
        : new Mark.Words(text, x, below + 18, Align.CENTRE, FONT, Ink.TEXT);
  }

  /** Names of the parts, each once; none where all groups are of one nameless part. */
  private List<Legend.Entry> legend() {
    return groups.stream()
        .flatMap(group -> group.parts().stream())
        .filter(part -> !part.name().isEmpty())
        .map(part -> new Legend.Entry(part.name(), part.ink()))
        .distinct()
        .toList();
  }

  private void group(Group group, double centre, double half, Axis up, List<Mark> marks) {
    boolean both = group.parts().size() == 1;
    for (int i = 0; i < group.parts().size(); i++) {
      int side = both ? 0 : i == 0 ? -1 : 1;
      part(group, group.parts().get(i), centre + side, half, side, up, marks);
    }
  }

  private void part(
      Group group, Part part, double centre, double half, int side, Axis up, List<Mark> marks) {
    double[] sorted = part.sorted();
    if (sorted.length >= FEWEST && sorted[sorted.length - 1] > sorted[0]) {
      String tip =
          String.format(
              Locale.ROOT,
              "%s%s: median %.1f %s, middle half %.1f to %.1f, %d clips",
              group.label(),
              part.name().isEmpty() ? "" : ", " + part.name(),
              Quantiles.of(sorted, 0.5),
              unit,
              Quantiles.of(sorted, 0.25),
              Quantiles.of(sorted, 0.75),
              sorted.length);
      marks.add(outline(Density.of(sorted), centre, half, side, up, part.ink(), tip));
      quartiles(sorted, centre, half, side, up, marks);
    } else if (sorted.length > 0) {
      double[] xs = new double[sorted.length];
      Arrays.fill(xs, centre + side * half / 2);
      marks.add(new Mark.Dots(xs, Arrays.stream(sorted).map(up::at).toArray(), 5, part.ink(), 0.8));
    }
  }

  private static Mark outline(
      Density density, double centre, double half, int side, Axis up, Ink ink, String tip) {
    int places = density.places().length;
    double[] xs = new double[2 * places];
    double[] ys = new double[2 * places];
    for (int i = 0; i < places; i++) {
      double reach = half * density.heights()[i];
      int back = 2 * places - 1 - i;
      xs[i] = side > 0 ? centre : centre - reach;
      xs[back] = side < 0 ? centre : centre + reach;
      ys[i] = up.at(density.places()[i]);
      ys[back] = ys[i];
    }
    return new Mark.Area(xs, ys, ink, 0.55, tip);
  }

  private static void quartiles(
      double[] sorted, double centre, double half, int side, Axis up, List<Mark> marks) {
    double x = centre + side * Math.min(4, half / 4);
    marks.add(
        new Mark.Line(
            x,
            up.at(Quantiles.of(sorted, 0.25)),
            x,
            up.at(Quantiles.of(sorted, 0.75)),
            2,
            Ink.TEXT));
    double y = up.at(Quantiles.of(sorted, 0.5));
    marks.add(new Mark.Line(x - 3.5, y, x + 3.5, y, 3, Ink.TEXT));
  }
}
