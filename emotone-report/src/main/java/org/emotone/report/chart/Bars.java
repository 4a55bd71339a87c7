package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * Horizontal bars, each made of parts that add up.
 *
 * @param rows a bar each, the first on top
 * @param unit what is counted, such as {@code clips}
 */
public record Bars(List<Row> rows, String unit) implements Chart {

  private static final int FONT = 13;
  private static final double ROW = 30;
  private static final double BAR = 20;
  private static final double LONGEST_LABEL = 0.36;

  /** Copies the rows. */
  public Bars {
    rows = List.copyOf(rows);
  }

  /**
   * One bar.
   *
   * @param label in front of it
   * @param parts from left to right
   */
  public record Row(String label, List<Part> parts) {
    /** Copies the parts. */
    public Row {
      parts = List.copyOf(parts);
    }

    double sum() {
      return parts.stream().mapToDouble(Part::value).sum();
    }
  }

  /**
   * A part of a bar.
   *
   * @param name what it stands for
   * @param value its length, at least 0
   * @param ink its colour
   */
  public record Part(String name, double value, Ink ink) {}

  @Override
  public Drawing draw(double width) {
    double label = labelWidth(width);
    double end = rows.stream().mapToDouble(row -> endWidth(row.sum())).max().orElse(0);
    double highest = rows.stream().mapToDouble(Row::sum).max().orElse(1);
    Axis axis = new Axis(0, Math.max(1e-9, highest), label + 10, width - end - 8);
    List<Mark> marks = new ArrayList<>();
    double y = legend().size() > 1 ? Legend.draw(legend(), 0, width, marks) : 0;
    for (Row row : rows) {
      row(row, y, label, axis, marks);
      y += ROW;
    }
    return new Drawing(width, Math.max(ROW, y), marks);
  }

  /** Names of the parts, if bars have more than one. */
  private List<Legend.Entry> legend() {
    return rows.stream().noneMatch(row -> row.parts().size() > 1)
        ? List.of()
        : rows.stream()
            .flatMap(row -> row.parts().stream())
            .map(part -> new Legend.Entry(part.name(), part.ink()))
            .distinct()
            .toList();
  }

  private double labelWidth(double width) {
    double longest =
        rows.stream().mapToDouble(row -> Drawing.textWidth(row.label(), FONT)).max().orElse(0);
    return Math.min(LONGEST_LABEL * width, longest);
  }

  private double endWidth(double sum) {
    return Drawing.textWidth(count(sum), FONT);
  }

  private void row(Row row, double top, double label, Axis axis, List<Mark> marks) {
    double middle = top + ROW / 2;
    String name = Labels.fit(row.label(), label, FONT);
    marks.add(new Mark.Words(name, label, middle, Align.RIGHT, FONT, Ink.TEXT));
    double sum = 0;
    for (Part part : row.parts()) {
      double from = axis.at(sum);
      sum += part.value();
      double length = axis.at(sum) - from;
      String tip = "%s, %s: %s %s".formatted(row.label(), part.name(), count(part.value()), unit);
      marks.add(new Mark.Box(from, middle - BAR / 2, length, BAR, part.ink(), 1, tip));
    }
    marks.add(new Mark.Words(count(sum), axis.at(sum) + 8, middle, Align.LEFT, FONT, Ink.FAINT));
  }

  private String count(double value) {
    boolean whole = rows.stream().allMatch(row -> row.sum() == Math.rint(row.sum()));
    return whole
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
