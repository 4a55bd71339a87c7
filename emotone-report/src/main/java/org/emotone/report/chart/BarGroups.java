package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * Horizontal bars in groups, to be compared with each other: several shares of each thing, such as
 * precision and recall of each class.
 *
 * @param names what the bars of a group stand for, from above to below
 * @param groups a group for each thing, the first on top
 */
public record BarGroups(List<String> names, List<Group> groups) implements Chart {

  private static final int FONT = 13;
  private static final int SMALL = 11;
  private static final double BAR = 13;
  private static final double GAP = 12;
  private static final double LONGEST_LABEL = 0.36;

  /** Copies the lists. */
  public BarGroups {
    names = List.copyOf(names);
    groups = List.copyOf(groups);
  }

  /**
   * The bars of one thing.
   *
   * @param label in front of them
   * @param values one for each name, 0 to 1; not a number where there is none
   */
  public record Group(String label, double... values) {}

  @Override
  public Drawing draw(double width) {
    double longest =
        groups.stream().mapToDouble(g -> Drawing.textWidth(g.label(), FONT)).max().orElse(0);
    double label = Math.min(LONGEST_LABEL * width, longest);
    Axis axis = new Axis(0, 1, label + 10, width - Drawing.textWidth("100.0", SMALL) - 8);
    List<Mark> marks = new ArrayList<>();
    List<Legend.Entry> legend = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      legend.add(new Legend.Entry(names.get(i), Ink.series(i)));
    }
    double y = names.size() > 1 ? Legend.draw(legend, 0, width, marks) : 0;
    for (Group group : groups) {
      group(group, y, label, axis, marks);
      y += names.size() * BAR + GAP;
    }
    return new Drawing(width, Math.max(BAR, y), marks);
  }

  private void group(Group group, double top, double label, Axis axis, List<Mark> marks) {
    double middle = top + names.size() * BAR / 2;
    String name = Labels.fit(group.label(), label, FONT);
    marks.add(new Mark.Words(name, label, middle, Align.RIGHT, FONT, Ink.TEXT));
    for (int i = 0; i < names.size(); i++) {
      double value = group.values()[i];
      double y = top + i * BAR;
      boolean known = Double.isFinite(value);
      String text = known ? String.format(Locale.ROOT, "%.1f", 100 * value) : "–";
      String tip = "%s, %s: %s %%".formatted(group.label(), names.get(i), text);
      double end = known ? axis.at(value) : axis.from();
      marks.add(
          new Mark.Box(
              axis.from(), y + 1, Math.max(1, end - axis.from()), BAR - 2, Ink.series(i), 1, tip));
      marks.add(new Mark.Words(text, end + 6, y + BAR / 2, Align.LEFT, SMALL, Ink.FAINT));
    }
  }
}
