package org.emotone.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Page;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.run.Mistakes.Mistake;

/**
 * A page to listen to the errors of a run, those first of which the model was most certain. It
 * plays the files where the run found them, so it works on the machine that has the corpora.
 */
final class ListenPage {

  /** Name of the file. */
  static final String FILE = "listen.html";

  /** More players than this make a browser slow. */
  private static final int SHOWN = 200;

  private final RecordedRun run;
  private final List<Mistake> mistakes;

  ListenPage(RecordedRun run, List<Mistake> mistakes) {
    this.run = run;
    this.mistakes = mistakes;
  }

  String html() {
    Page page = new Page("Emotone · errors to listen to", run.name());
    page.style(Page.resource(ListenPage.class, "listen.css"));
    page.script(Page.resource(ListenPage.class, "listen.js"));
    page.lead(
        "<p class=\"intro\">The clips that were not recognised, the most confident error first."
            + " They are played from the folders in which the run found them. Space plays and"
            + " pauses; j and k go to the next and the previous.</p>");
    page.tile("errors", Integer.toString(mistakes.size()));
    page.tile("most confident", mistakes.isEmpty() ? "–" : ErrorsHtml.percent(first()));
    page.add("errors", "The errors", list());
    page.foot("<p>This page holds no sound, only the names of files.</p>");
    return page.html();
  }

  private double first() {
    return mistakes.get(0).confidence();
  }

  private String list() {
    if (mistakes.isEmpty()) {
      return "<p class=\"intro\">Every clip was recognised.</p>";
    }
    StringBuilder out = new StringBuilder();
    filter(out);
    out.append("<ol class=\"errors\">\n");
    mistakes.stream().limit(SHOWN).forEach(mistake -> item(mistake, out));
    out.append("</ol>");
    if (mistakes.size() > SHOWN) {
      out.append("<p class=\"meta\">The first ")
          .append(SHOWN)
          .append(" of ")
          .append(mistakes.size())
          .append("; all are in errors.csv and ")
          .append(Playlist.FILE)
          .append(".</p>");
    }
    return out.toString();
  }

  /** A choice among the confusions that occur, the most frequent first. */
  private void filter(StringBuilder out) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    mistakes.stream().limit(SHOWN).forEach(m -> kinds.merge(kind(m), 1, Integer::sum));
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(kinds.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    out.append("<p><label>Show <select id=\"kind\"><option value=\"\">all errors</option>");
    for (Map.Entry<String, Integer> kind : sorted) {
      String text = Svg.escape(kind.getKey());
      out.append("<option value=\"%s\">%s (%d)</option>".formatted(text, text, kind.getValue()));
    }
    out.append("</select></label></p>\n");
  }

  private static String kind(Mistake mistake) {
    return mistake.truth() + " taken for " + mistake.predicted();
  }

  private static void item(Mistake mistake, StringBuilder out) {
    out.append(
            "<li data-kind=\"%s\"><h3>%s</h3><p class=\"meta\">"
                .formatted(Svg.escape(kind(mistake)), Svg.escape(kind(mistake))))
        .append(
            Svg.escape(
                "%s, speaker %s; confidence %s, %s for its own class"
                    .formatted(
                        mistake.clip(),
                        mistake.speaker(),
                        ErrorsHtml.percent(mistake.confidence()),
                        ErrorsHtml.percent(mistake.probability()))))
        .append("</p><audio controls preload=\"none\" aria-label=\"")
        .append(Svg.escape("Listen: " + mistake.clip()))
        .append("\" src=\"")
        .append(Svg.escape(address(mistake)))
        .append("\"></audio></li>\n");
  }

  /** The file as an address, with the part that is meant (Media Fragments URI 1.0). */
  private static String address(Mistake mistake) {
    Double from = mistake.from();
    Double to = mistake.to();
    String part =
        from == null
            ? ""
            : to == null
                ? String.format(Locale.ROOT, "#t=%.3f", from)
                : String.format(Locale.ROOT, "#t=%.3f,%.3f", from, to);
    return mistake.file().toUri() + part;
  }
}
