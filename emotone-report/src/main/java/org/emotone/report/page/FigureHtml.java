package org.emotone.report.page;

import java.util.List;
import org.emotone.report.drawing.Svg;

/** Writes a figure: its lesson, its chart for wide and for narrow screens, and its table. */
public final class FigureHtml {

  private static final double WIDE = 1080;
  private static final double HALF = 510;
  private static final double NARROW = 326;

  private FigureHtml() {}

  public static void write(Figure figure, StringBuilder out) {
    String label = figure.title() + ". " + figure.lesson();
    out.append("<figure id=\"")
        .append(figure.id())
        .append("\" class=\"figure")
        .append(figure.wide() ? " wide" : "")
        .append("\"><figcaption><h3>")
        .append(Svg.escape(figure.title()))
        .append("</h3><p class=\"lesson\">")
        .append(Svg.escape(figure.lesson()))
        .append("</p></figcaption>\n<div class=\"chart desktop\">")
        .append(Svg.of(figure.chart().draw(figure.wide() ? WIDE : HALF), label))
        .append("</div>\n<div class=\"chart phone\">")
        .append(Svg.of(figure.chart().draw(NARROW), label))
        .append("</div>\n");
    table(figure.table(), figure.title(), out);
    out.append("</figure>\n");
  }

  /** A table behind a fold, which scrolls by itself if it is wider than the screen. */
  public static void table(Table table, String title, StringBuilder out) {
    out.append("<details><summary>The figures<span class=\"unseen\"> behind ")
        .append(Svg.escape(title))
        .append("</span></summary>")
        .append(open(table, title))
        .append("</details>\n");
  }

  /** A table that is seen at once and scrolls by itself if it is wider than the screen. */
  public static String open(Table table, String title) {
    StringBuilder out = new StringBuilder();
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Svg.escape("Table: " + title))
        .append("\"><table><thead><tr>");
    for (String name : table.head()) {
      out.append("<th scope=\"col\">").append(Svg.escape(name)).append("</th>");
    }
    out.append("</tr></thead><tbody>\n");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String cell = Svg.escape(row.get(i));
        out.append(i == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody></table></div>").toString();
  }
}
