package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * A window of fixed place and length, as the {@code offset} and {@code duration} of {@code
 * librosa.load}.
 *
 * @param offset where it begins, in seconds, 0 or more
 * @param duration how long it is, in seconds, 0 or more; infinite for all that follows
 */
public record Excerpt(double offset, double duration) {

  /** Checks the ranges. */
  public Excerpt {
    if (!(offset >= 0) || Double.isInfinite(offset)) {
      throw new IllegalArgumentException("offset must be 0 s or more, was " + offset + " s");
    }
    if (!(duration >= 0)) {
      throw new IllegalArgumentException("duration must be 0 s or more, was " + duration + " s");
    }
  }

  /** What of a waveform lies in the window: shorter, or nothing, where the waveform ends before. */
  public Waveform of(Waveform waveform) {
    return range(waveform).of(waveform);
  }

  /** The samples of a waveform that lie in the window, both ends rounded to the nearest sample. */
  public Range range(Waveform waveform) {
    int rate = waveform.sampleRate();
    long start = Math.min(waveform.length(), Math.round(offset * rate));
    long samples = Math.min(waveform.length() - start, Math.round(duration * rate));
    return new Range((int) start, (int) (start + samples));
  }
}
