package org.emotone.audio.signal;

/**
 * A stretch of time.
 *
 * @param start in seconds, 0 or more
 * @param end in seconds, {@code start} or more
 */
public record Segment(double start, double end) {

  /** Checks the order. */
  public Segment {
    if (!(start >= 0 && end >= start)) {
      throw new IllegalArgumentException(
          "start and end must be 0 ≤ start ≤ end, were %s and %s s".formatted(start, end));
    }
  }

  /** Length in seconds. */
  public double duration() {
    return end - start;
  }
}
