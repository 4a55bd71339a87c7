package org.emotone.report.reproduction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Page;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.run.RunFolder;

/** Published figures and ours side by side, as one page that needs nothing else. */
public final class ReproductionPage {

  private static final String STYLE =
      """
      table { font-size: .88rem; }
      td, th { vertical-align: top; text-align: left; min-width: 5rem; }
      td:nth-child(6), td:nth-child(7) { font-weight: 600; }
      code { overflow-wrap: anywhere; font-size: .85rem; }
      dt { font-weight: 600; margin-top: 1rem; }
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
            "Most published figures of speech emotion recognition come from tests whose speakers"
                + " the model has heard. Each system here was run twice: as its figure was"
                + " obtained, and with speakers kept apart, which is what a stranger's voice"
                + " meets."));
    page.tile("systems run", Integer.toString(table.rows().size()))
        .tile("not run yet", Integer.toString(table.missing().size()));
    page.add("figures", "The figures", figures());
    page.add("notes", "What there is to say of each", notes());
    page.foot(
        paragraph(
            "Accuracy is the share of clips recognised; UAR the mean recall of the classes. In"
                + " brackets: 95 %, bootstrap over speakers. Figures of several seeds are mean ±"
                + " standard deviation."));
    return page.html();
  }

  private String figures() {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures\">")
        .append("<table><thead><tr>");
    ReproductionTable.HEAD.forEach(
        name -> html.append("<th scope=\"col\">").append(Svg.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (ReproductionTable.Row row : table.rows()) {
      html.append("<tr>");
      List<String> cells = row.cells();
      cells.forEach(cell -> html.append("<td>").append(Svg.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
    return html.append(paragraph("Leaks: " + ReproductionTable.leaks() + ".")).toString();
  }

  private String notes() {
    StringBuilder html = new StringBuilder("<dl>\n");
    for (ReproductionTable.Row row : table.rows()) {
      html.append("<dt>").append(Svg.escape(row.system().id())).append("</dt><dd>");
      html.append(Svg.escape(row.system().system())).append(". ");
      String note = row.system().note();
      html.append(Svg.escape(note == null ? "" : note + " "));
      html.append("<br><code>").append(Svg.escape(row.command())).append("</code></dd>\n");
    }
    html.append("</dl>\n");
    if (!table.missing().isEmpty()) {
      html.append(paragraph("Not run yet: " + String.join(", ", table.missing()) + "."));
    }
    return html.toString();
  }

  private static String paragraph(String text) {
    return "<p class=\"intro\">" + Svg.escape(text) + "</p>";
  }
}
