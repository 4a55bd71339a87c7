package org.emotone.audio.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds speech block by block, in memory that does not grow with the length: the segments are those
 * that {@link VoiceActivity#find} finds in the whole. Not safe for use by several threads at once.
 *
 * <p>A segment is given once it is known to have ended, which is about 0.2 s plus {@link
 * VoiceActivity#longestPause} after its end.
 */
public final class VoiceDetector {
  private static final double FRAME_SECONDS = (double) VoiceFeatures.HOP / VoiceFeatures.RATE;
  private static final int BLOCK = 1 << 16;

  private final VoiceActivity settings;
  private final ResamplingStream resampling;
  private final int sampleRate;
  private final double pause;
  private final VoiceFeatures features = new VoiceFeatures();
  private final VoiceScorer scorer = new VoiceScorer();
  private float[] pending = new float[(VoiceFeatures.LENGTH - VoiceFeatures.HOP) / 2];
  private long samples;
  private int frame;
  private int first = -1;
  private int last = -1;

  /** Begins, for audio of a rate in Hz. */
  public VoiceDetector(int sampleRate, VoiceActivity settings) {
    this.sampleRate = sampleRate;
    this.settings = settings;
    // Segments with their margins must not overlap.
    pause = Math.max(settings.longestPause(), 2 * settings.margin());
    resampling = new ResamplingStream(sampleRate, VoiceFeatures.RATE, ResamplingQuality.FAST);
  }

  /** Takes the next samples. Returns the segments that have ended, in their order. */
  public List<Segment> next(float[] block) {
    List<Segment> ended = new ArrayList<>();
    for (int from = 0; from < block.length; from += BLOCK) {
      float[] part = Arrays.copyOfRange(block, from, Math.min(block.length, from + BLOCK));
      samples += part.length;
      take(resampling.next(part), ended);
    }
    return ended;
  }

  /** After the last samples: the segments that are left, if any. */
  public List<Segment> end() {
    List<Segment> ended = new ArrayList<>();
    take(resampling.end(), ended);
    take(new float[(VoiceFeatures.LENGTH + VoiceFeatures.HOP) / 2], ended);
    scorer.end().forEach(inputs -> judge(inputs, ended));
    close(ended);
    return ended;
  }

  /**
   * The stretch of speech that is going on, from its start to the end of what is known of it; null
   * where nobody speaks, or not yet for long enough. It will be given with this start and with this
   * end or a later one.
   */
  public @Nullable Segment current() {
    return isSpeech() ? segment() : null;
  }

  /** Seconds from the beginning; no stretch that will be given starts before, but the current. */
  public double decided() {
    return start(isSpeech() || first < 0 ? frame : first);
  }

  private void take(float[] more, List<Segment> ended) {
    float[] all = Arrays.copyOf(pending, pending.length + more.length);
    System.arraycopy(more, 0, all, pending.length, more.length);
    int start = 0;
    for (; start + VoiceFeatures.LENGTH <= all.length; start += VoiceFeatures.HOP) {
      scorer.next(features.next(all, start)).forEach(inputs -> judge(inputs, ended));
    }
    pending = Arrays.copyOfRange(all, start, all.length);
  }

  private void judge(double[] inputs, List<Segment> ended) {
    if (VoiceScorer.probability(inputs) >= settings.threshold()) {
      first = first < 0 ? frame : first;
      last = frame;
    } else if (first >= 0 && (frame - last) * FRAME_SECONDS > pause) {
      close(ended);
    }
    frame++;
  }

  private void close(List<Segment> ended) {
    // The last frames reach behind the end, where no speech can begin.
    if (isSpeech() && start(first) < duration()) {
      ended.add(segment());
    }
    first = -1;
  }

  private boolean isSpeech() {
    return first >= 0 && (last + 1 - first) * FRAME_SECONDS >= settings.shortestSpeech();
  }

  private Segment segment() {
    double end = seconds(last + 1, settings.margin());
    return new Segment(start(first), Math.min(duration(), end));
  }

  private double duration() {
    return (double) samples / sampleRate;
  }

  /** Where a stretch starts whose first frame is given. */
  private double start(int frame) {
    return Math.max(0, seconds(frame, -settings.margin()));
  }

  /** In one division, so that times are the nearest numbers to hundredths of a second. */
  private static double seconds(int frame, double margin) {
    return (frame * (double) VoiceFeatures.HOP + margin * VoiceFeatures.RATE) / VoiceFeatures.RATE;
  }
}
