package org.emotone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.speaker.SpeakerTimeline;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/** For people: a table of the segments of each recording, and below it how long each emotion is. */
final class TimelineTable implements TimelineListing {

  private final PrintWriter out;
  private boolean started;

  TimelineTable(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Path file, Timeline timeline) {
    if (started) {
      out.println();
    }
    started = true;
    out.printf(
        Locale.ROOT,
        "%s: %s long, %.1f s of speech (%.0f %%)%n",
        ReadingOptions.name(file),
        Clock.text(timeline.duration()),
        timeline.speechSeconds(),
        100 * timeline.speechShare());
    timeline.warnings().forEach(warning -> out.println("  " + warning));
    if (!timeline.segments().isEmpty()) {
      segments(timeline);
    }
    out.flush();
  }

  private void segments(Timeline timeline) {
    boolean speakers = timeline.segments().stream().anyMatch(s -> s.speaker() != null);
    String format = "%11s  %11s  %-20s  %10s" + (speakers ? "  %s%n" : "%n");
    out.printf(format, "from", "to", "emotion", "confidence", "speaker");
    for (EmotionSegment segment : timeline.segments()) {
      String label = segment.label();
      out.printf(
          format,
          Clock.text(segment.span().start()),
          Clock.text(segment.span().end()),
          segment.certain() ? label : "uncertain (" + label + ")",
          String.format(Locale.ROOT, "%.0f %%", 100 * segment.confidence()),
          segment.speaker() == null ? "" : segment.speaker());
    }
    out.println("  " + totals(timeline.totals()));
    SpeakerTimeline.totals(timeline)
        .forEach((speaker, totals) -> out.println("  " + speaker + ": " + totals(totals)));
  }

  /** The emotions that are heard, the longest first. */
  static String totals(Map<String, Double> totals) {
    double all = totals.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Map.Entry<String, Double>> heard =
        totals.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Comparator.comparing(entry -> -entry.getValue()))
            .toList();
    return heard.stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f s (%.0f %%)",
                    entry.getKey(),
                    entry.getValue(),
                    100 * entry.getValue() / all))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void fail(Path file, String line) {
    // Standard error has the line; tables of answers have no place for it.
  }

  @Override
  public void end() {
    out.flush();
  }
}
