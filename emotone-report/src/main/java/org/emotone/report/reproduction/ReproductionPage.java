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

  /** The first column of {@link ReproductionTable#HEAD} that holds figures. */
  private static final int FIRST_FIGURE = 2;

  /** The last one. */
  private static final int LAST_FIGURE = 6;

  private static final String STYLE =
      """
      h2 { overflow-wrap: anywhere; }
      .systems { width: 100%; margin-top: 12px; font-size: .9rem; }
      .systems th, .systems td { white-space: normal; vertical-align: top; text-align: left; padding: 12px 18px 12px 0; }
      .systems td:first-child { width: 40%; min-width: 16rem; }
      .systems td:nth-child(3) { font-weight: 600; }
      .systems tr { scroll-margin-top: 4rem; }
      .systems p { margin: 4px 0 0; }
      .systems .small { color: var(--ink-faint); font-size: .85rem; }
      code { overflow-wrap: anywhere; font-size: .8rem; }
      dt { font-weight: 600; margin-top: 1rem; }
      dd { margin: .2rem 0 0; max-width: 90ch; }
      @media (max-width: 860px) {
        .systems thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .systems, .systems tbody, .systems tr, .systems td { display: block; width: auto; }
        .systems td { border: 0; padding: 2px 0; }
        .systems td:first-child { width: auto; min-width: 0; padding-top: 14px; }
        .systems tr { border-bottom: 1px solid var(--edge); padding-bottom: 14px; }
        .systems td[data-name]::before { content: attr(data-name) ": "; color: var(--ink-faint); font-weight: 400; }
        .systems td:empty { display: none; }
      }
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
      page.add("group" + number, group.getKey(), figures(group.getValue()));
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
    StringBuilder html = new StringBuilder("<table class=\"systems\"><thead><tr>");
    html.append("<th scope=\"col\">system</th>");
    for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
      String name = Svg.escape(ReproductionTable.HEAD.get(column));
      html.append("<th scope=\"col\">").append(name).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (ReproductionTable.Row row : rows) {
      html.append("<tr id=\"%s\"><td>%s</td>".formatted(row.system().id(), about(row)));
      for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
        String name = Svg.escape(ReproductionTable.HEAD.get(column));
        String cell = Svg.escape(row.cells().get(column));
        html.append("<td data-name=\"%s\">%s</td>".formatted(name, cell));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>\n").toString();
  }

  /** What a row is about: the system, how it was measured, what there is to say, the command. */
  private static String about(ReproductionTable.Row row) {
    String note = row.system().note();
    return "<strong>%s</strong>: %s.%s<p class=\"small\">%s; %s</p><p><code>%s</code></p>"
        .formatted(
            row.system().id(),
            Svg.escape(row.system().system()),
            note == null ? "" : "<p>" + Svg.escape(note) + "</p>",
            Svg.escape(row.conditions()),
            Svg.escape(row.system().recipe()),
            Svg.escape(row.command()));
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
