package org.emotone.report.reproduction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Page;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.run.RunFolder;

/** Published figures and ours side by side, as one page that needs nothing else. */
public final class ReproductionPage {

  private static final String STYLE =
      """
      table { font-size: .85rem; }
      td, th { vertical-align: top; text-align: left; }
      td:nth-child(1) { font-weight: 600; white-space: nowrap; }
      td:nth-child(3), td:nth-child(6), td:nth-child(8) { min-width: 9rem; }
      td:nth-child(6) { font-weight: 600; }
      td:nth-child(7), td:nth-child(9) { text-align: right; font-variant-numeric: tabular-nums; }
      code { overflow-wrap: anywhere; font-size: .85rem; }
      dt { font-weight: 600; margin-top: 1rem; scroll-margin-top: 4rem; }
      dd { margin: .2rem 0 0; }
      """;

  private final ReproductionTable table;

  /** A page. */
  public ReproductionPage(ReproductionTable table) {
    this.table = table;
  }

  /** Writes the page into a file; what is there is replaced. */
  public void write(Path file) throws IOException {
    RunFolder.write(file, html());
  }

  private String html() {
    Page page = new Page("Emotone", "Published systems, run again");
    page.style(STYLE);
    page.lead(
        paragraph(
            "How well does a program hear emotions in a voice? Most published figures come from"
                + " tests whose speakers it has heard while it learned. Each system here was built"
                + " again and run as its figure was obtained, and, where that says anything, with"
                + " speakers kept apart, which is what a stranger's voice meets."));
    table.inShort().forEach(sentence -> page.lead(paragraph(sentence)));
    page.tile("systems run", Integer.toString(table.rows().size()))
        .tile("not run yet", Integer.toString(table.missing().size()));
    page.add("reading", "How to read the tables", reading());
    int number = 0;
    for (Map.Entry<String, List<ReproductionTable.Row>> group : table.groups().entrySet()) {
      number++;
      String html = figures(group.getValue()) + notes(group.getValue());
      page.add("group" + number, group.getKey(), html);
    }
    List<Catalogue.LeftOut> leftOut = table.catalogue().leftOut();
    if (!table.missing().isEmpty() || !leftOut.isEmpty()) {
      page.add("missing", "Not run", missing(leftOut));
    }
    page.foot(paragraph("emotone reproduce writes this page."));
    return page.html();
  }

  private static String reading() {
    return paragraph(
            "Figures are in %. Accuracy is the share of clips recognised, UAR the mean over the"
                + " classes of the share of their clips recognised. ± is the standard deviation"
                + " over seeds; in brackets is a 95 % interval, bootstrap over speakers. The"
                + " difference is ours under the same protocol less the published figure, in"
                + " points. Parameters of a classifier count what it stores; the training is the"
                + " mean time of one run on one core, beside other work.")
        + paragraph("Leaks: " + ReproductionTable.leaks() + ".");
  }

  private static String figures(List<ReproductionTable.Row> rows) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures\">")
        .append("<table><thead><tr>");
    ReproductionTable.HEAD.forEach(
        name -> html.append("<th scope=\"col\">").append(Svg.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (ReproductionTable.Row row : rows) {
      html.append("<tr>");
      String id = row.system().id();
      html.append("<td><a href=\"#%s\">%s</a></td>".formatted(id, id));
      row.cells().stream()
          .skip(1)
          .forEach(cell -> html.append("<td>").append(Svg.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String notes(List<ReproductionTable.Row> rows) {
    StringBuilder html = new StringBuilder("<dl>\n");
    for (ReproductionTable.Row row : rows) {
      String id = row.system().id();
      html.append("<dt id=\"%s\">%s</dt><dd>".formatted(id, id));
      html.append(Svg.escape(row.system().system())).append(". ");
      String note = row.system().note();
      html.append(Svg.escape(note == null ? "" : note + " "));
      html.append("<br><code>").append(Svg.escape(row.command())).append("</code></dd>\n");
    }
    return html.append("</dl>\n").toString();
  }

  private String missing(List<Catalogue.LeftOut> leftOut) {
    StringBuilder html = new StringBuilder();
    if (!leftOut.isEmpty()) {
      html.append("<dl>\n");
      for (Catalogue.LeftOut one : leftOut) {
        html.append("<dt>").append(Svg.escape(one.what())).append("</dt><dd>");
        html.append(Svg.escape(one.why())).append("</dd>\n");
      }
      html.append("</dl>\n");
    }
    if (!table.missing().isEmpty()) {
      html.append(paragraph("Not run yet: " + String.join(", ", table.missing()) + "."));
    }
    return html.toString();
  }

  private static String paragraph(String text) {
    return "<p class=\"intro\">" + Svg.escape(text) + "</p>";
  }
}
