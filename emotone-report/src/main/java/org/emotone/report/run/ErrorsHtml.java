package org.emotone.report.run;

import java.util.List;
import java.util.Locale;
import org.emotone.report.drawing.Svg;
import org.emotone.training.run.Mistakes.Mistake;

/** The most confident errors as a table, with the way to those that can be listened to. */
final class ErrorsHtml {

  private static final int SHOWN = 20;

  private ErrorsHtml() {}

  static String of(List<Mistake> mistakes, int clips) {
    if (mistakes.isEmpty()) {
      return "<p class=\"intro\">Every clip was recognised.</p>";
    }
    StringBuilder out = new StringBuilder();
    out.append("<p class=\"intro\">")
        .append("%d of %d clips were taken for another class. ".formatted(mistakes.size(), clips))
        .append("The first are those of which the model was most certain: listen to them, for some")
        .append(" are wrongly labelled, damaged, or acted so that people err as well.</p>\n")
        .append("<p>To listen: <a href=\"")
        .append(ListenPage.FILE)
        .append("\">the page with players</a> or <a href=\"")
        .append(Playlist.FILE)
        .append("\">the playlist</a>, beside this report; all are in <code>errors.csv</code>.</p>")
        .append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Errors\">")
        .append("<table><thead><tr><th scope=\"col\">clip</th><th scope=\"col\">is</th>")
        .append("<th scope=\"col\">was taken for</th><th scope=\"col\">confidence</th>")
        .append("<th scope=\"col\">of its own class</th><th scope=\"col\">speaker</th></tr>")
        .append("</thead><tbody>\n");
    mistakes.stream().limit(SHOWN).forEach(mistake -> row(mistake, out));
    return out.append("</tbody></table></div>").toString();
  }

  private static void row(Mistake mistake, StringBuilder out) {
    out.append("<tr><th scope=\"row\">").append(Svg.escape(mistake.clip())).append("</th>");
    for (String cell :
        List.of(
            mistake.truth(),
            mistake.predicted(),
            percent(mistake.confidence()),
            percent(mistake.probability()),
            mistake.speaker())) {
      out.append("<td>").append(Svg.escape(cell)).append("</td>");
    }
    out.append("</tr>\n");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
