package org.emotone.cli;

import java.io.PrintWriter;
import java.util.List;

/** Rows of cells as text, each column as wide as its widest cell. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /** Prints rows of equally many cells; those that are figures stand on the right. */
  static void print(List<List<String>> rows, PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        String room = " ".repeat(widths[i] - length(cell));
        line.append(i == 0 ? "" : GAP).append(isFigure(cell) ? room + cell : cell + room);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isFigure(String cell) {
    return cell.matches("[(]?[−-]?[0-9.,]+( [kM])?[)]?|–|[0-9]+/[0-9]+");
  }
}
