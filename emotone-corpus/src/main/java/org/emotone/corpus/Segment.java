package org.emotone.corpus;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * A part of a recording.
 *
 * @param start where it begins, in seconds from the beginning of the file, at least 0
 * @param end where it ends, in seconds from the beginning of the file, above the start; {@link
 *     Double#POSITIVE_INFINITY} for the end of the file
 */
public record Segment(double start, double end) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if they are out of range
   */
  public Segment {
    if (!(start >= 0 && start < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "start: %s is out of range; allowed is from 0 seconds".formatted(start));
    }
    if (!(end > start)) {
      throw new IllegalArgumentException(
          "end: %s is out of range; allowed is above the start, %s seconds".formatted(end, start));
    }
  }

  /** From here to the end of the file. */
  public static Segment from(double start) {
    return new Segment(start, Double.POSITIVE_INFINITY);
  }

  /**
   * This part of a file's waveform, to the nearest sample; an end after the file's is the file's.
   *
   * @throws IllegalArgumentException if the waveform ends before this begins
   */
  public Waveform of(Waveform file) {
    float[] samples = file.samples();
    long first = Math.round(start * file.sampleRate());
    if (first >= samples.length) {
      throw new IllegalArgumentException(
          "the segment begins at %s s, but the recording has only %s s"
              .formatted(start, file.duration()));
    }
    long last =
        Double.isInfinite(end)
            ? samples.length
            : Math.min(samples.length, Math.round(end * file.sampleRate()));
    return new Waveform(
        Arrays.copyOfRange(samples, (int) first, (int) Math.max(first, last)), file.sampleRate());
  }
}
