package org.emotone.server.plot;

import java.util.List;
import java.util.Locale;
import org.emotone.server.recognition.Envelope;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Outline and timeline of a recording as SVG.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record TimelineSvg(int width, int height) {

  private static final String QUIET = "#7b8794";
  private static final String TEXT = "#1d2733";
  private static final int LABELS = 22;

  /** The outline, in the colours of the segments if there are any. */
  public String waveform(Envelope envelope, double seconds, @Nullable Timeline timeline) {
    StringBuilder svg = begin("Level over time");
    outline(svg, envelope, seconds, timeline, height);
    return svg.append("</svg>\n").toString();
  }

  /** The outline in the colours of the segments, and their names below. */
  public String timeline(Envelope envelope, Timeline timeline) {
    StringBuilder svg = begin("Emotions over time");
    outline(svg, envelope, timeline.duration(), timeline, height - LABELS);
    for (EmotionSegment segment : timeline.segments()) {
      double from = x(segment.span().start(), timeline.duration());
      double to = x(segment.span().end(), timeline.duration());
      String title =
          text(
              "%s, %.0f %%, %.1f to %.1f s",
              escaped(segment.label()),
              100 * segment.confidence(),
              segment.span().start(),
              segment.span().end());
      svg.append(
          text(
              "<g><title>%s</title><rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\"%s/>",
              title,
              from,
              height - LABELS,
              Math.max(0.5, to - from),
              4,
              EmotionColours.of(segment.label(), timeline.classes()),
              segment.certain() ? "" : " fill-opacity=\"0.45\""));
      if (to - from > 9.0 * segment.label().length()) {
        svg.append(
            text(
                "<text x=\"%.2f\" y=\"%d\" fill=\"%s\" font-size=\"12\">%s</text>",
                from, height - 4, TEXT, escaped(segment.label() + (segment.certain() ? "" : "?"))));
      }
      svg.append("</g>");
    }
    return svg.append("</svg>\n").toString();
  }

  private StringBuilder begin(String title) {
    return new StringBuilder(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
                + "font-family=\"sans-serif\"><title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>")
            .formatted(width, height, width, height, title));
  }

  private void outline(
      StringBuilder svg, Envelope envelope, double seconds, @Nullable Timeline timeline, int tall) {
    List<Double> peaks = envelope.peaks();
    double bar = x(envelope.seconds(), seconds);
    for (int i = 0; i < peaks.size(); i++) {
      double half = Math.max(0.5, peaks.get(i) * (tall / 2.0 - 2));
      double middle = (i + 0.5) * envelope.seconds();
      svg.append(
          text(
              "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>",
              i * bar, tall / 2.0 - half, bar, 2 * half, colour(timeline, middle)));
    }
  }

  private static String colour(@Nullable Timeline timeline, double at) {
    if (timeline != null) {
      for (EmotionSegment segment : timeline.segments()) {
        if (segment.span().start() <= at && at < segment.span().end()) {
          return EmotionColours.of(segment.label(), timeline.classes());
        }
      }
    }
    return QUIET;
  }

  private double x(double at, double seconds) {
    return seconds > 0 ? at / seconds * width : 0;
  }

  /** A text with points in its numbers, whatever the locale. */
  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
