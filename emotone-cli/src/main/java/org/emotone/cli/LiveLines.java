package org.emotone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineWindow;

/** A line for each segment of each utterance, and a summary at the end. */
final class LiveLines implements LiveView {

  private final PrintWriter out;

  LiveLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(String source, AudioProperties sound, String model, List<String> classes) {
    out.printf(
        "listening to %s (%d Hz, %d %s) with %s%n",
        source,
        sound.sampleRate(),
        sound.channels(),
        sound.channels() == 1 ? "channel" : "channels",
        model);
    out.flush();
  }

  @Override
  public void level(double seconds, double peakDb, double rmsDb) {
    // Lines that stay are for what was said.
  }

  @Override
  public void interval(TimelineWindow window, EmotionSegment current) {
    // The utterance tells it when it is certain.
  }

  @Override
  public void utterance(Segment span, List<EmotionSegment> segments) {
    segments.forEach(segment -> out.println(line(segment)));
    out.flush();
  }

  /** A segment in one line. */
  static String line(EmotionSegment segment) {
    String label = segment.certain() ? segment.label() : "uncertain (" + segment.label() + ")";
    return String.format(
        Locale.ROOT,
        "%9s  %9s  %-20s  %3.0f %%",
        Clock.text(segment.span().start()),
        Clock.text(segment.span().end()),
        label,
        100 * segment.confidence());
  }

  @Override
  public void end(Session session, Quality quality) {
    out.print(summary(session, quality));
    out.flush();
  }

  /** What was heard, in a few lines. */
  static String summary(Session session, Quality quality) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s heard, %.1f s of it speech in %d %s, %d %s of emotion%n",
            Clock.text(session.seconds()),
            session.speech(),
            session.utterances(),
            session.utterances() == 1 ? "utterance" : "utterances",
            session.changes(),
            session.changes() == 1 ? "change" : "changes"));
    if (!session.totals().isEmpty()) {
      text.append("  ")
          .append(TimelineTable.totals(session.totals()))
          .append(System.lineSeparator());
    }
    for (String warning : quality.warnings()) {
      text.append("  ").append(warning).append(System.lineSeparator());
    }
    return text.toString();
  }
}
