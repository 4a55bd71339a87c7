package org.emotone.server.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a recording: loud and soft over time, and nothing of what is said.
 *
 * @param seconds length of a stretch
 * @param peaks the highest absolute amplitude of each stretch, 0 to 1, to three digits
 */
public record Envelope(double seconds, List<Double> peaks) {

  /** Takes a copy of the list. */
  public Envelope {
    peaks = List.copyOf(peaks);
  }

  /** Measures while a recording is read, in memory that does not grow with its length. */
  static final class Meter {
    private static final double FIRST_SECONDS = 0.01;
    private static final int MOST = 2000;

    private final List<Double> peaks = new ArrayList<>();
    private final int channels;
    private final int sampleRate;
    private int stretch;
    private int inStretch;
    private double peak;

    Meter(int sampleRate, int channels) {
      this.sampleRate = sampleRate;
      this.channels = channels;
      stretch = Math.max(1, (int) Math.round(sampleRate * FIRST_SECONDS));
    }

    void add(float[] interleaved, int offset, int frames) {
      for (int frame = 0; frame < frames; frame++) {
        for (int channel = 0; channel < channels; channel++) {
          peak = Math.max(peak, Math.abs(interleaved[offset + frame * channels + channel]));
        }
        if (++inStretch == stretch) {
          end();
        }
      }
    }

    private void end() {
      peaks.add(Math.round(Math.min(1, peak) * 1000) / 1000.0);
      peak = 0;
      inStretch = 0;
      if (peaks.size() == MOST) {
        halve();
      }
    }

    private void halve() {
      List<Double> halves = new ArrayList<>();
      for (int i = 0; i < peaks.size(); i += 2) {
        halves.add(Math.max(peaks.get(i), peaks.get(i + 1)));
      }
      peaks.clear();
      peaks.addAll(halves);
      stretch *= 2;
    }

    /** What was measured; the last stretch may be shorter than the others. */
    Envelope envelope() {
      if (inStretch > 0) {
        end();
      }
      return new Envelope((double) stretch / sampleRate, peaks);
    }
  }
}
