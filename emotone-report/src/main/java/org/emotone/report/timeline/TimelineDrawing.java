package org.emotone.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.signal.Segment;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineWindow;

/**
 * A timeline as a drawing. From top to bottom: the recording's level, coloured by the emotion; the
 * segments with their names; a row for each class with its probability over time, where a bar below
 * marks the segments of that class. Each emotion has a place and a name of its own besides its
 * colour, so that the drawing can be read without colours.
 */
public final class TimelineDrawing {

  private static final int FONT = 12;
  private static final double WAVE = 96;
  private static final double STRIP = 26;
  private static final double ROW = 34;
  private static final double GAP = 12;
  private static final double UNCERTAIN = 0.35;

  private final Timeline timeline;
  private final Envelope envelope;
  private final EmotionInks inks;

  /** A drawing of a timeline and the level of its recording. */
  public TimelineDrawing(Timeline timeline, Envelope envelope) {
    this.timeline = timeline;
    this.envelope = envelope;
    inks = new EmotionInks(timeline.classes());
  }

  /** Seconds that the drawing spans, more than 0. */
  private double seconds() {
    return Math.max(1e-3, timeline.duration());
  }

  /**
   * The whole drawing.
   *
   * @param width in pixels, at least 280
   */
  public Drawing draw(double width) {
    List<Mark> marks = new ArrayList<>();
    double left =
        timeline.classes().stream()
                .mapToDouble(label -> Drawing.textWidth(label, FONT))
                .max()
                .orElse(0)
            + 12;
    double plot = width - left - 12;
    double top = WAVE + GAP + STRIP + GAP;
    double bottom = top + ROW * timeline.classes().size();
    times(left, plot, bottom, marks);
    wave(left, plot, WAVE, plot, marks);
    strip(left, plot, WAVE + GAP, marks);
    for (int i = 0; i < timeline.classes().size(); i++) {
      row(i, left, plot, top + ROW * i, marks);
    }
    return new Drawing(width, bottom + 28, marks);
  }

  /** The level alone, from edge to edge, in columns of two pixels. */
  Drawing waveOnly(double width, double height) {
    List<Mark> marks = new ArrayList<>();
    wave(0, width, height, width / 2, marks);
    return new Drawing(width, height, marks);
  }

  private void times(double left, double plot, double bottom, List<Mark> marks) {
    double step = Clock.step(seconds(), Math.max(2, (int) (plot / 80)));
    for (int i = 0; i * step <= seconds() + 1e-9; i++) {
      double x = left + plot * i * step / seconds();
      marks.add(new Mark.Line(x, 0, x, bottom, 1, Ink.GRID));
      String text = Clock.tick(i * step, step, seconds());
      marks.add(new Mark.Words(text, x, bottom + 14, Align.CENTRE, FONT, Ink.FAINT));
    }
    if (seconds() < 60) {
      marks.add(new Mark.Words("s", left - 8, bottom + 14, Align.RIGHT, FONT, Ink.FAINT));
    }
  }

  /** Columns of the level, each in the colour of what is heard in its middle. */
  private void wave(double left, double plot, double height, double columns, List<Mark> marks) {
    double loudest = Math.max(1e-4, envelope.peak(0, envelope.duration()));
    double middle = height / 2;
    double each = plot / Math.floor(columns);
    int next = 0;
    List<EmotionSegment> segments = timeline.segments();
    for (int i = 0; i < (int) columns; i++) {
      double from = i * each / plot * seconds();
      double to = (i + 1) * each / plot * seconds();
      while (next < segments.size() && segments.get(next).span().end() <= (from + to) / 2) {
        next++;
      }
      boolean inside =
          next < segments.size() && segments.get(next).span().start() <= (from + to) / 2;
      Ink ink = inside ? inks.of(segments.get(next).label()) : Ink.QUIET;
      double half = Math.max(0.5, (middle - 2) * envelope.peak(from, to) / loudest);
      marks.add(new Mark.Box(left + i * each, middle - half, each + 0.05, 2 * half, ink));
    }
  }

  private void strip(double left, double plot, double top, List<Mark> marks) {
    for (EmotionSegment segment : timeline.segments()) {
      double from = left + plot * segment.span().start() / seconds();
      double width = plot * segment.span().duration() / seconds();
      Ink ink = inks.of(segment.label());
      double opacity = segment.certain() ? UNCERTAIN : 0.12;
      marks.add(new Mark.Box(from, top, width, STRIP, ink, opacity, tip(segment)));
      marks.add(new Mark.Box(from, top, width, 3, ink));
      marks.add(new Mark.Box(from, top, 1, STRIP, ink));
      String text = name(segment);
      if (Drawing.textWidth(text, FONT) + 8 <= width) {
        double x = from + width / 2;
        marks.add(new Mark.Words(text, x, top + STRIP / 2 + 1, Align.CENTRE, FONT, Ink.TEXT));
      }
    }
  }

  /** The label, with a question mark if it is only a guess. */
  static String name(EmotionSegment segment) {
    return segment.certain() ? segment.label() : segment.label() + "?";
  }

  /** All about a segment in one line. */
  static String tip(EmotionSegment segment) {
    Segment span = segment.span();
    return String.format(
        Locale.ROOT,
        "%s to %s: %s, %.0f %%%s%s",
        Clock.precise(span.start()),
        Clock.precise(span.end()),
        segment.label(),
        100 * segment.confidence(),
        segment.certain() ? "" : " (uncertain)",
        segment.speaker() == null ? "" : ", " + segment.speaker());
  }

  private void row(int index, double left, double plot, double top, List<Mark> marks) {
    String label = timeline.classes().get(index);
    Ink ink = inks.of(label);
    double base = top + ROW - 7;
    marks.add(new Mark.Line(left, base, left + plot, base, 1, Ink.GRID));
    marks.add(new Mark.Words(label, left - 8, base - 8, Align.RIGHT, FONT, Ink.TEXT));
    for (List<TimelineWindow> run : runs()) {
      double[] xs = new double[run.size() + 2];
      double[] ys = new double[run.size() + 2];
      for (int i = 0; i < run.size(); i++) {
        Segment span = run.get(i).span();
        xs[i + 1] = left + plot * Math.min(1, (span.start() + span.end()) / 2 / seconds());
        ys[i + 1] = base - (ROW - 10) * Math.min(1, run.get(i).probabilities().get(index));
      }
      xs[0] = left + plot * run.get(0).span().start() / seconds();
      xs[run.size() + 1] =
          left + plot * Math.min(1, run.get(run.size() - 1).span().end() / seconds());
      ys[0] = ys[1];
      ys[run.size() + 1] = ys[run.size()];
      marks.add(
          new Mark.Area(
              closed(xs, xs[0], xs[xs.length - 1]), closed(ys, base, base), ink, 0.35, null));
    }
    for (EmotionSegment segment : timeline.segments()) {
      if (segment.label().equals(label)) {
        double from = left + plot * segment.span().start() / seconds();
        double width = plot * segment.span().duration() / seconds();
        marks.add(new Mark.Box(from, base + 1, width, 4, ink, 1, tip(segment)));
      }
    }
  }

  /** Windows that touch or overlap, together. */
  private List<List<TimelineWindow>> runs() {
    List<List<TimelineWindow>> runs = new ArrayList<>();
    double last = -1;
    for (TimelineWindow window : timeline.windows()) {
      if (runs.isEmpty() || window.span().start() > last + 1e-6) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(window);
      last = Math.max(last, window.span().end());
    }
    return runs;
  }

  /** An outline that ends at two further points. */
  private static double[] closed(double[] values, double first, double last) {
    double[] closed = new double[values.length + 2];
    closed[0] = first;
    System.arraycopy(values, 0, closed, 1, values.length);
    closed[closed.length - 1] = last;
    return closed;
  }
}
