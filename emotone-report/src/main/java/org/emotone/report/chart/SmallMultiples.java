package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * A scatter for each group, on the faint points of all: who cannot tell many colours apart sees
 * where a group is all the same.
 *
 * @param groups a panel each
 */
public record SmallMultiples(List<Scatter.Group> groups) implements Chart {

  private static final int FONT = 13;
  private static final double HEAD = 24;
  private static final double GAP = 10;
  private static final double NARROWEST = 150;
  private static final int MOST_COLUMNS = 5;

  /** So many faint points show where all are. */
  private static final int BACKDROP = 900;

  /** 2³² divided by the golden ratio, odd: Knuth's multiplicative hash. */
  private static final int HASH = 0x9e3779b1;

  /** Copies the groups. */
  public SmallMultiples {
    groups = List.copyOf(groups);
  }

  @Override
  public Drawing draw(double width) {
    int columns =
        (int) Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP) / (NARROWEST + GAP))));
    // As many rows as that needs, and all of them as full as each other.
    int rows = Math.max(1, (groups.size() + columns - 1) / columns);
    columns = Math.max(1, (groups.size() + rows - 1) / rows);
    double panel = (width - GAP * (columns - 1)) / columns;
    Scatter.Extent extent = Scatter.Extent.of(groups);
    double height = panel * Math.max(0.6, Math.min(1.1, extent.ratio()));
    Scatter.Group backdrop = backdrop();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      double x = i % columns * (panel + GAP);
      double y = Math.floorDiv(i, columns) * (height + HEAD + GAP);
      Scatter.Group group = groups.get(i);
      marks.add(
          new Mark.Words(group.name(), x, y + HEAD / 2, Align.LEFT, FONT, true, false, Ink.TEXT));
      Scatter.Plane plane = extent.fit(x, y + HEAD, panel, height);
      marks.add(plane.dots(backdrop, 2, 0.7));
      marks.add(plane.dots(group, 2.6, 0.85));
    }
    return new Drawing(width, Math.max(1, rows * (height + HEAD + GAP) - GAP), marks);
  }

  /**
   * About one of so many points of all groups, told by a hash of its number: every other one could
   * be all women.
   */
  private Scatter.Group backdrop() {
    int points = groups.stream().mapToInt(group -> group.xs().length).sum();
    int every = Math.max(1, (points + BACKDROP - 1) / BACKDROP);
    List<double[]> kept = new ArrayList<>();
    int at = 0;
    for (Scatter.Group group : groups) {
      for (int i = 0; i < group.xs().length; i++) {
        if (Math.floorMod((HASH * at++) >> 16, every) == 0) {
          kept.add(new double[] {group.xs()[i], group.ys()[i]});
        }
      }
    }
    return new Scatter.Group(
        "all",
        kept.stream().mapToDouble(point -> point[0]).toArray(),
        kept.stream().mapToDouble(point -> point[1]).toArray(),
        Ink.QUIET);
  }
}
