package org.emotone.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/**
 * A few lines of a terminal that are drawn anew about ten times a second: level meter, the emotion
 * of the moment, a bar for each class, a line of the last minutes, the last segments.
 */
final class LiveScreen implements LiveView {

  private static final int NARROWEST = 40;
  private static final int LAST_SEGMENTS = 4;
  private static final int BAR = 30;
  private static final double QUIETEST_DB = -60;
  private static final double SECONDS_PER_MARK = 2;

  private final PrintWriter out;
  private final int columns;
  private final Paint paint;
  private final Deque<String> segments = new ArrayDeque<>();
  private final Map<Integer, Integer> marks;
  private List<String> classes = List.of();
  private List<Double> probabilities = List.of();
  private @Nullable EmotionSegment current;
  private double heardAt = Double.NEGATIVE_INFINITY;
  private double now;
  private String head = "";
  private double heldDb = QUIETEST_DB;
  private int drawn;

  /**
   * A screen.
   *
   * @param columns of the terminal
   * @param paint whether and how colours are used
   */
  LiveScreen(PrintWriter out, int columns, Paint paint) {
    this.out = out;
    this.columns = Math.max(NARROWEST, columns);
    this.paint = paint;
    marks = new HashMap<>();
  }

  @Override
  public void begin(String source, AudioProperties sound, String model, List<String> names) {
    classes = names;
    probabilities = Collections.nCopies(names.size(), 0.0);
    head = "%s, %s kHz".formatted(source, sound.sampleRate() / 1000.0);
    draw(QUIETEST_DB, QUIETEST_DB);
  }

  @Override
  public void level(double seconds, double peakDb, double rmsDb) {
    now = seconds;
    heldDb = Math.max(peakDb, heldDb - 2);
    draw(rmsDb, heldDb);
  }

  @Override
  public void interval(TimelineWindow window, EmotionSegment segment) {
    probabilities = window.probabilities();
    current = segment;
    heardAt = now;
    mark(segment);
  }

  @Override
  public void utterance(Segment span, List<EmotionSegment> heard) {
    for (EmotionSegment segment : heard) {
      mark(segment);
      segments.add(LiveLines.line(segment));
      if (segments.size() > LAST_SEGMENTS) {
        segments.remove();
      }
    }
    current = null;
  }

  private void mark(EmotionSegment segment) {
    int label = classes.indexOf(segment.label());
    int last = (int) (segment.span().end() / SECONDS_PER_MARK);
    for (int i = (int) (segment.span().start() / SECONDS_PER_MARK); i <= last; i++) {
      marks.put(i, label);
    }
    int oldest = last - columns;
    marks.keySet().removeIf(place -> place < oldest);
  }

  private void draw(double rmsDb, double peakDb) {
    List<String> lines = new ArrayList<>();
    String time = Clock.text(now) + "   Ctrl-C ends";
    lines.add(cut(head, columns - time.length() - 2) + "  " + time);
    lines.add("level  " + meter(rmsDb, peakDb));
    lines.add("now    " + moment());
    for (int i = 0; i < classes.size(); i++) {
      lines.add(bar(i));
    }
    lines.add(rolling());
    lines.addAll(segments);
    StringBuilder text = new StringBuilder(drawn == 0 ? "" : "\033[" + drawn + "A");
    lines.forEach(line -> text.append("\r\033[K").append(line).append('\n'));
    out.print(text);
    out.flush();
    drawn = lines.size();
  }

  private static String meter(double rmsDb, double peakDb) {
    int rms = cells(rmsDb);
    int peak = cells(peakDb);
    StringBuilder meter = new StringBuilder();
    for (int i = 0; i < BAR; i++) {
      meter.append(i < rms ? '█' : i == peak - 1 ? '|' : '·');
    }
    String words = peakDb > -0.1 ? "too loud: clipped" : rmsDb < -55 ? "quiet" : "";
    return String.format(Locale.ROOT, "%s  %4.0f dBFS  %s", meter, Math.max(-99, rmsDb), words);
  }

  private static int cells(double db) {
    return (int) Math.round(BAR * Math.max(0, Math.min(1, 1 - db / QUIETEST_DB)));
  }

  private String moment() {
    EmotionSegment heard = current;
    if (heard == null) {
      return "–";
    }
    String label = heard.certain() ? heard.label() : "uncertain (" + heard.label() + ")";
    return paint.of(
        classes.indexOf(heard.label()),
        String.format(Locale.ROOT, "%s  %.0f %%", label, 100 * heard.confidence()));
  }

  private String bar(int label) {
    boolean fresh = now - heardAt < 3;
    double probability = probabilities.get(label);
    int cells = (int) Math.round(BAR * probability);
    String bar = "█".repeat(cells) + "·".repeat(BAR - cells);
    String name = String.format(Locale.ROOT, "  %-10s ", cut(classes.get(label), 10));
    return name
        + (fresh ? paint.of(label, bar) : bar)
        + String.format(Locale.ROOT, " %3.0f %%", 100 * probability);
  }

  /** A letter of the emotion for each two seconds, the newest on the right. */
  private String rolling() {
    int newest = (int) (now / SECONDS_PER_MARK);
    int count = Math.min(columns - 8, newest + 1);
    StringBuilder line = new StringBuilder("past   ");
    for (int place = newest - count + 1; place <= newest; place++) {
      Integer label = marks.get(place);
      String letter = label == null ? "·" : classes.get(label).substring(0, 1);
      line.append(label == null ? letter : paint.of(label, letter.toUpperCase(Locale.ROOT)));
    }
    return line.toString();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
  }

  @Override
  public void end(Session session, Quality quality) {
    draw(QUIETEST_DB, QUIETEST_DB);
    out.print(LiveLines.summary(session, quality));
    out.flush();
  }
}
