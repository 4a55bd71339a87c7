package org.emotone.report.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.FigureHtml;
import org.emotone.report.page.Page;
import org.emotone.report.page.Table;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A page to listen to a recording and to see what is heard in it: a player with the coloured level,
 * a list of the segments, and the probabilities over time. It needs no network.
 */
public final class TimelinePage {

  private static final double WIDE = 1080;
  private static final double NARROW = 326;
  private static final double WAVE_HEIGHT = 120;

  private final String name;
  private final Timeline timeline;
  private final TimelineDrawing drawing;
  private final EmotionInks inks;
  private final @Nullable PageSound sound;

  /**
   * A page.
   *
   * @param name of the recording
   * @param sound what the player plays, null for none
   */
  public TimelinePage(
      String name, Timeline timeline, Envelope envelope, @Nullable PageSound sound) {
    this.name = name;
    this.timeline = timeline;
    this.sound = sound;
    drawing = new TimelineDrawing(timeline, envelope);
    inks = new EmotionInks(timeline.classes());
  }

  /** The page. */
  public String html() {
    Page page = new Page("Emotone · emotion over time", name);
    page.style(Page.resource(TimelinePage.class, "timeline.css"));
    page.script(Page.resource(TimelinePage.class, "timeline.js"));
    for (String warning : timeline.warnings()) {
      page.lead("<p class=\"intro\">" + Svg.escape(warning) + "</p>");
    }
    page.tile("length", Clock.length(timeline.duration()));
    page.tile("speech", String.format(Locale.ROOT, "%.0f %%", 100 * timeline.speechShare()));
    page.tile("segments", Integer.toString(timeline.segments().size()));
    page.tile("changes", Integer.toString(timeline.changePoints().size()));
    timeline.totals().entrySet().stream()
        .filter(total -> total.getValue() > 0)
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .ifPresent(most -> page.tile("most of it", most.getKey()));
    page.add("listen", "Listen", player());
    page.add("probabilities", "Emotion over time", figure());
    page.add("totals", "How much of each", totals());
    page.foot(foot());
    return page.html();
  }

  private String player() {
    StringBuilder out = new StringBuilder();
    out.append("<p class=\"intro\">Click the picture or a segment to go there. With the picture in")
        .append(" focus, the arrow keys go back and forth by a second (with Shift by ten), and")
        .append(" space plays and pauses.</p>\n<div class=\"figure wide listen\">");
    out.append(
            "<div id=\"wave\" class=\"wave\" role=\"slider\" tabindex=\"0\" aria-label=\"Position")
        .append("\" aria-valuemin=\"0\" aria-valuenow=\"0\" aria-valuetext=\"0:00.0\"")
        .append(
            String.format(
                Locale.ROOT,
                " aria-valuemax=\"%.3f\" data-seconds=\"%.3f\">",
                timeline.duration(),
                timeline.duration()))
        .append(Svg.stretched(drawing.waveOnly(WIDE, WAVE_HEIGHT), "Level of " + name))
        .append("<span class=\"cursor\" aria-hidden=\"true\"></span></div>\n");
    legend(out);
    if (sound == null) {
      out.append("<p class=\"meta\">This page has no sound.</p>");
    } else {
      out.append("<audio id=\"player\" controls preload=\"metadata\" aria-label=\"")
          .append(Svg.escape("Listen: " + name))
          .append("\" src=\"")
          .append(Svg.escape(sound.source()))
          .append("\"></audio>\n");
    }
    segments(out);
    return out.append("</div>").toString();
  }

  private void legend(StringBuilder out) {
    out.append("<ul class=\"legend\">");
    for (Map.Entry<String, Double> total : timeline.totals().entrySet()) {
      if (total.getValue() > 0) {
        out.append("<li><span class=\"swatch b-")
            .append(inks.of(total.getKey()).id())
            .append("\"></span>")
            .append(Svg.escape(total.getKey()))
            .append("</li>");
      }
    }
    out.append("<li><span class=\"swatch b-quiet\"></span>nobody speaks</li></ul>\n");
  }

  private void segments(StringBuilder out) {
    if (timeline.segments().isEmpty()) {
      out.append("<p class=\"meta\">Nobody was heard to speak.</p>");
      return;
    }
    out.append("<ol class=\"segments\" tabindex=\"0\" aria-label=\"Segments\">\n");
    for (EmotionSegment segment : timeline.segments()) {
      out.append(
          String.format(
              Locale.ROOT,
              "<li><button type=\"button\" data-start=\"%.3f\" data-end=\"%.3f\">",
              segment.span().start(),
              segment.span().end()));
      out.append("<span class=\"swatch b-")
          .append(inks.of(segment.label()).id())
          .append("\"></span>")
          .append(Svg.escape(TimelineDrawing.tip(segment)))
          .append("</button></li>\n");
    }
    out.append("</ol>\n");
  }

  private String figure() {
    String label = "Probability of each emotion over time in " + name;
    return "<p class=\"intro\">A row for each class: the higher, the more probable; a bar below marks"
        + " where it was decided for. A question mark stands for a guess below the model's"
        + " threshold.</p>\n<div class=\"figure wide\"><div class=\"chart desktop\">"
        + Svg.of(drawing.draw(WIDE), label)
        + "</div><div class=\"chart phone\">"
        + Svg.of(drawing.draw(NARROW), label)
        + "</div></div>";
  }

  private String totals() {
    List<List<String>> rows =
        timeline.totals().entrySet().stream()
            .map(
                total ->
                    List.of(
                        total.getKey(),
                        Clock.length(total.getValue()),
                        share(total.getValue() / Math.max(1e-9, timeline.speechSeconds()))))
            .toList();
    return FigureHtml.open(new Table(List.of("emotion", "heard", "of the speech"), rows), "totals");
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * Math.min(1, share));
  }

  private String foot() {
    String place =
        sound == null
            ? ""
            : sound.embedded()
                ? "The sound is part of this page. "
                : "The sound is not part of this page: it is played from " + sound.source() + ". ";
    return "<p>"
        + Svg.escape(place + "Heard by " + timeline.model() + " in windows of ")
        + String.format(
            Locale.ROOT,
            "%s s every %s s.",
            plain(timeline.settings().windowSeconds()),
            plain(timeline.settings().stepSeconds()))
        + " How a voice sounds is not what a person feels.</p>";
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
