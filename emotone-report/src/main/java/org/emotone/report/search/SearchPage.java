package org.emotone.report.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Page;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.run.RunFolder;
import org.emotone.training.search.Range;
import org.emotone.training.search.SearchResult;
import org.emotone.training.search.Trial;

/**
 * A search as one page that needs nothing else: how it went, what mattered, and the best recipe.
 */
public final class SearchPage {

  private static final String STYLE =
      """
      .ranking td, .ranking th { vertical-align: top; }
      .ranking tbody tr:first-child { font-weight: 600; }
      pre { overflow-x: auto; padding: 16px; background: var(--ink-ground);
        border: 1px solid var(--edge); border-radius: 14px; font-size: .85rem; }
      """;

  private final SearchResult result;
  private final String bestRecipe;
  private final ScoreFigures figures;

  /**
   * A page.
   *
   * @param bestRecipe the recipe of the best trial, in YAML
   */
  public SearchPage(SearchResult result, String bestRecipe) {
    this.result = result;
    this.bestRecipe = bestRecipe;
    this.figures = new ScoreFigures(result);
  }

  /** Writes the page into a file; what is there is replaced. */
  public void write(Path file) throws IOException {
    RunFolder.write(file, html());
  }

  /** The charts. */
  public List<Figure> figures() {
    List<Figure> all = new ArrayList<>(List.of(figures.course()));
    all.addAll(places());
    return all;
  }

  private List<Figure> places() {
    return result.plan().space().keySet().stream().map(figures::place).toList();
  }

  private String html() {
    String measure = result.plan().objective().words();
    Page page = new Page("Emotone · a search", result.recipe());
    page.style(STYLE);
    page.lead(
        "<p class=\"intro\">"
            + Svg.escape(
                "Which values of the recipe do best: %s on the validation clips, which chose the"
                        .formatted(measure)
                    + " epoch as well. The test clips were left alone: the best recipe is yet to be"
                    + " measured on them.")
            + "</p>");
    List<Trial> ranking = result.ranking();
    page.tile("trials", Integer.toString(result.trials().size()))
        .tile("failed", Integer.toString(result.trials().size() - ranking.size()))
        .tile("places", Integer.toString(result.plan().space().size()));
    result
        .best()
        .ifPresent(
            best ->
                page.tile("best " + measure, figures.number(best))
                    .tile("its trial", Integer.toString(best.number())));
    page.add(
        new Section(
            "course",
            "How it went",
            "Each dot is a trial; the line is the best so far.",
            List.of(figures.course().widened())));
    page.add(
        new Section(
            "places",
            "What mattered",
            "Dots are trials over the value that they had in one place of the recipe; bars are"
                + " means over the trials with that value"
                + (result.plan().objective().rises() ? ", in %" : "")
                + ". The other places had other values at the same time.",
            places()));
    page.add("trials", "All trials, the best first", table(ranking));
    page.add("best", "The best recipe", "<pre>" + Svg.escape(bestRecipe) + "</pre>");
    page.foot("<p>" + Svg.escape(how()) + "</p>");
    return page.html();
  }

  private String how() {
    StringBuilder how = new StringBuilder("Method ");
    how.append(result.plan().method().name().toLowerCase(Locale.ROOT));
    how.append(", seed ").append(result.plan().seed()).append(". Space: ");
    for (Map.Entry<String, Range> place : result.plan().space().entrySet()) {
      how.append(place.getKey()).append(' ').append(place.getValue().words()).append("; ");
    }
    return how.append("scores of trials with different numbers of epochs are not compared when")
        .append(" the search itself set these numbers.")
        .toString();
  }

  private String table(List<Trial> ranking) {
    Table table = figures.table(ranking);
    StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    html.append(" aria-label=\"All trials\"><table class=\"ranking\"><thead><tr>");
    table.head().forEach(name -> html.append("<th>").append(Svg.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(Svg.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
    for (Trial trial : result.trials()) {
      if (trial.failure() != null) {
        String line = "Trial %d failed: %s".formatted(trial.number(), trial.failure());
        html.append("<p class=\"meta\">").append(Svg.escape(line)).append("</p>\n");
      }
    }
    return html.toString();
  }
}
