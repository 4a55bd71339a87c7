package org.emotone.audio.signal;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * Brings waveforms to one length.
 *
 * @param samples the length, 0 or more
 * @param fill what is added to one that is shorter
 * @param centred whether it is filled up, or cut, at both sides alike (with the odd sample at the
 *     end), or at the end only
 */
public record FixedLength(int samples, Fill fill, boolean centred) {

  /** Checks the range. */
  public FixedLength {
    if (samples < 0) {
      throw new IllegalArgumentException("samples must be 0 or more, was " + samples);
    }
  }

  /**
   * A waveform of the wanted length.
   *
   * @param waveform of this length
   * @param own the part of it that was not filled in
   */
  public record Padded(Waveform waveform, Range own) {

    /** Whether each sample was there before: false where it was filled in. */
    public boolean[] mask() {
      boolean[] mask = new boolean[waveform.length()];
      Arrays.fill(mask, own.start(), own.end(), true);
      return mask;
    }
  }

  /** Fills up or cuts; of nothing comes silence. */
  public Padded apply(Waveform waveform) {
    int length = waveform.length();
    int missing = samples - length;
    // Halves are rounded so that the odd sample is added, or cut, at the end.
    int before = centred ? missing / 2 : 0;
    float[] filled = new float[samples];
    for (int i = 0; i < samples && length > 0; i++) {
      int source = fill.source((long) i - before, length);
      filled[i] = source < 0 ? 0 : waveform.samples()[source];
    }
    int start = Math.max(0, before);
    Range own = new Range(start, Math.min(samples, start + length));
    return new Padded(new Waveform(filled, waveform.sampleRate()), own);
  }
}
