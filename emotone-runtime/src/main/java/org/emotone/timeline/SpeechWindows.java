package org.emotone.timeline;

import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.MonoMix;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.QualityMeter;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.ResamplingStream;
import org.emotone.audio.signal.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Finds utterances in sound that comes in blocks of any size, and cuts them into windows. What it
 * finds does not depend on the blocks, and memory does not grow with the length.
 *
 * <p>An utterance is speech with pauses of up to {@value #LONGEST_PAUSE} s; after {@value
 * #LONGEST_UTTERANCE} s another begins in any case. Its windows begin with it and lie a step apart;
 * if they leave out more than {@value #LEAST_REST} s at its end, a last one ends with it. An
 * utterance that is shorter than a window is a window of its own.
 */
final class SpeechWindows {

  static final double LONGEST_PAUSE = 0.25;
  static final double LONGEST_UTTERANCE = 120;

  /** What the last window may leave out, in seconds. */
  static final double LEAST_REST = 0.1;

  private static final double TINY = 1e-6;

  /** Takes what is found, in the order of time. */
  interface Sink {

    /** A stretch of speech has ended. */
    void speech(Segment stretch);

    /** A window is complete. */
    void window(SpokenPart part);

    /** An utterance has ended, after its windows. */
    void utterance(Segment span);
  }

  private final int channels;
  private final int rate;
  private final TimelineSettings settings;
  private final Sink sink;
  private final QualityMeter meter;
  private final ResamplingStream resampling;
  private final Recent recent = new Recent();

  /** The stretches of the utterance that have ended, and after them the one that is going on. */
  private final List<Segment> stretches = new ArrayList<>();

  private @Nullable Segment open;
  private boolean speaking;
  private double start;
  private double end;
  private double heardUntil;
  private int windows;

  /**
   * Begins.
   *
   * @param sourceRate of what comes, in Hz
   * @param channels of what comes
   * @param rate of the windows' sound, in Hz
   */
  SpeechWindows(int sourceRate, int channels, int rate, TimelineSettings settings, Sink sink) {
    this.channels = channels;
    this.rate = rate;
    this.settings = settings;
    this.sink = sink;
    meter = new QualityMeter(sourceRate, channels);
    resampling = new ResamplingStream(sourceRate, rate, ResamplingQuality.HIGH);
  }

  /** Takes the next frames, the channels of each side by side. */
  void add(float[] interleaved, int frames) {
    List<Segment> ended = meter.add(interleaved, frames);
    recent.append(resampling.next(MonoMix.of(interleaved, frames, channels)));
    ended.forEach(this::ended);
    Segment current = meter.currentSpeech();
    if (current != null) {
      open = current;
      speech(current);
    }
    double decided = meter.decidedSpeech();
    if (speaking && current == null && decided - end > LONGEST_PAUSE) {
      close();
    }
    double last = Math.max(start, end - settings.windowSeconds());
    recent.forget(sample(speaking ? Math.min(nextStart(), last) : decided));
  }

  /** After the last frame: the rest, and what was measured of the whole. */
  Quality end() {
    recent.append(resampling.end());
    meter.end().forEach(this::ended);
    if (speaking) {
      close();
    }
    return meter.quality();
  }

  private void ended(Segment stretch) {
    sink.speech(stretch);
    open = stretch;
    speech(stretch);
    stretches.add(stretch);
    open = null;
  }

  /** A stretch that has ended, or that has come so far. */
  private void speech(Segment stretch) {
    if (speaking
        && (stretch.start() - end > LONGEST_PAUSE
            || stretch.start() >= start + LONGEST_UTTERANCE)) {
      close();
    }
    if (!speaking) {
      begin(stretch.start());
    }
    while (stretch.end() - start > LONGEST_UTTERANCE) {
      double cut = start + LONGEST_UTTERANCE;
      take(cut);
      close();
      begin(cut);
    }
    take(stretch.end());
  }

  private void begin(double at) {
    speaking = true;
    start = at;
    end = at;
    heardUntil = at;
    windows = 0;
  }

  /** The utterance lasts until here: gives the windows that are complete with that. */
  private void take(double until) {
    end = Math.max(end, until);
    double length = settings.windowSeconds();
    while (nextStart() + length <= end + TINY && sample(nextStart() + length) <= recent.end()) {
      give(nextStart(), nextStart() + length);
      windows++;
    }
  }

  private double nextStart() {
    return start + windows * settings.stepSeconds();
  }

  private void close() {
    take(end);
    if (windows == 0 || end - heardUntil > LEAST_REST) {
      give(Math.max(start, end - settings.windowSeconds()), end);
    }
    speaking = false;
    stretches.clear();
    sink.utterance(new Segment(start, end));
  }

  private void give(double from, double to) {
    heardUntil = to;
    double speech = open == null ? 0 : overlap(open, from, to);
    for (Segment stretch : stretches) {
      speech += overlap(stretch, from, to);
    }
    float[] sound = recent.copy(sample(from), Math.min(recent.end(), sample(to)));
    sink.window(
        new SpokenPart(
            new Segment(from, to), Math.min(speech, to - from), new Waveform(sound, rate)));
  }

  private static double overlap(Segment stretch, double from, double to) {
    return Math.max(0, Math.min(stretch.end(), to) - Math.max(stretch.start(), from));
  }

  private long sample(double seconds) {
    return Math.round(seconds * rate);
  }
}
