package org.emotone.timeline;

import java.io.Serializable;

/**
 * How a recording is cut into windows, and how these become segments.
 *
 * @param windowSeconds length of a window, 0.5 to 30 s; speech that is shorter is heard as it is
 * @param stepSeconds from one window to the next within a stretch of speech, 0.1 s to the length of
 *     a window
 * @param stickiness how likely an emotion is to last for another second, from 0 (each window by
 *     itself) to less than 1; the others share the rest
 */
public record TimelineSettings(double windowSeconds, double stepSeconds, double stickiness)
    implements Serializable {

  /** Windows of 2 s every second, smoothed a little: best on speakers of the validation. */
  public static final TimelineSettings DEFAULT = new TimelineSettings(2, 1, 0.3);

  /** Checks the ranges. */
  public TimelineSettings {
    check("windowSeconds", windowSeconds, 0.5, 30);
    check("stepSeconds", stepSeconds, 0.1, windowSeconds);
    if (!(stickiness >= 0 && stickiness < 1)) {
      throw new IllegalArgumentException(
          "stickiness must be 0 or more and less than 1, was " + stickiness);
    }
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s s, was %s".formatted(name, least, most, value));
    }
  }
}
