package org.emotone.audio.signal;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * A part of a waveform.
 *
 * @param start first sample
 * @param end one past the last sample
 */
public record Range(int start, int end) {

  /** Checks the order. */
  public Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "start and end must be 0 ≤ start ≤ end, were %d and %d".formatted(start, end));
    }
  }

  /** Number of samples. */
  public int length() {
    return end - start;
  }

  /**
   * This part of a waveform, copied.
   *
   * @throws IndexOutOfBoundsException if the waveform ends before the part does
   */
  public Waveform of(Waveform waveform) {
    if (end > waveform.length()) {
      throw new IndexOutOfBoundsException(
          "the part ends at sample %d, the waveform at %d".formatted(end, waveform.length()));
    }
    return new Waveform(Arrays.copyOfRange(waveform.samples(), start, end), waveform.sampleRate());
  }
}
