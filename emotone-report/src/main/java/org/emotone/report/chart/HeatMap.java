package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * A table whose cells are the darker, the higher their value.
 *
 * @param rows names of the rows
 * @param columns names of the columns
 * @param cells {@code [rows][columns]}, each at least 0
 * @param texts {@code [rows][columns]} what stands in the cells; empty texts for none
 * @param rowWord what the rows are, empty to leave it unsaid
 * @param columnWord what the columns are, empty to leave it unsaid
 */
public record HeatMap(
    List<String> rows,
    List<String> columns,
    double[][] cells,
    String[][] texts,
    String rowWord,
    String columnWord)
    implements Chart {

  private static final int FONT = 12;
  private static final double TALL = 30;
  private static final double LOW = 15;

  /** From so many rows on, they are low and have no texts. */
  private static final int MANY = 26;

  /** Copies the names. */
  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  @Override
  public Drawing draw(double width) {
    double cell = rows.size() >= MANY ? LOW : TALL;
    double left =
        8
            + Math.min(
                0.3 * width,
                rows.stream().mapToDouble(r -> Drawing.textWidth(r, FONT)).max().orElse(0));
    double column = (width - left - 2) / columns.size();
    double longest = columns.stream().mapToDouble(c -> Drawing.textWidth(c, FONT)).max().orElse(0);
    boolean turned = longest > column - 4;
    double word = columnWord.isEmpty() ? 0 : 20;
    double top = word + (turned ? Math.min(96, longest) + 10 : 24);
    List<Mark> marks = new ArrayList<>();
    if (word > 0) {
      String words = rowWord.isEmpty() ? columnWord : rowWord + " ↓   " + columnWord + " →";
      marks.add(new Mark.Words(words, left, 8, Align.LEFT, FONT, Ink.FAINT));
    }
    for (int c = 0; c < columns.size(); c++) {
      int font = column < FONT + 2 ? (int) Math.max(6, column - 2) : FONT;
      marks.add(head(columns.get(c), left + (c + 0.5) * column, top, turned, font));
    }
    for (int r = 0; r < rows.size(); r++) {
      row(r, top + r * cell, left, column, cell, marks);
    }
    return new Drawing(width, top + rows.size() * cell + 2, marks);
  }

  private static Mark head(String name, double x, double top, boolean turned, int font) {
    return turned
        ? new Mark.Words(
            Labels.fit(name, 96, font), x, top - 6, Align.LEFT, font, false, true, Ink.TEXT)
        : new Mark.Words(name, x, top - 12, Align.CENTRE, FONT, Ink.TEXT);
  }

  private void row(int r, double y, double left, double column, double cell, List<Mark> marks) {
    int font = cell < TALL ? 10 : FONT;
    String name = Labels.fit(rows.get(r), left - 8, font);
    marks.add(new Mark.Words(name, left - 8, y + cell / 2, Align.RIGHT, font, Ink.TEXT));
    for (int c = 0; c < columns.size(); c++) {
      double x = left + c * column;
      double share = highest() > 0 ? cells[r][c] / highest() : 0;
      String text = texts[r][c];
      String tip = "%s, %s: %s".formatted(rows.get(r), columns.get(c), text);
      // The ground shows through, so that one colour serves light and dark pages.
      marks.add(
          new Mark.Box(
              x + 0.5, y + 0.5, column - 1, cell - 1, Ink.ACCENT, 0.06 + 0.94 * share, tip));
      if (cell == TALL && Drawing.textWidth(text, FONT) < column - 6) {
        Ink ink = share > 0.55 ? Ink.GROUND : Ink.TEXT;
        marks.add(new Mark.Words(text, x + column / 2, y + cell / 2, Align.CENTRE, FONT, ink));
      }
    }
  }

  private double highest() {
    double highest = 0;
    for (double[] row : cells) {
      for (double value : row) {
        highest = Math.max(highest, value);
      }
    }
    return highest;
  }
}
