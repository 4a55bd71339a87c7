package org.emotone.report.timeline;

import java.util.Locale;

/** Times as people write them. */
final class Clock {

  /** Between ticks, in seconds. */
  private static final double[] STEPS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200
  };

  private static final double HOUR = 3600;

  private Clock() {}

  /** A round time between ticks, of which a duration has at most so many. */
  static double step(double duration, int ticks) {
    for (double step : STEPS) {
      if (duration / step <= ticks) {
        return step;
      }
    }
    return HOUR * Math.ceil(duration / HOUR / ticks);
  }

  /** A tick: 0.5, 12, 1:30, 2:00:00. */
  static String tick(double seconds, double step, double duration) {
    if (step < 1) {
      return String.format(Locale.ROOT, "%.1f", seconds);
    }
    return duration < 60 ? String.format(Locale.ROOT, "%.0f", seconds) : whole(seconds, duration);
  }

  private static String whole(double seconds, double duration) {
    long all = Math.round(seconds);
    return duration < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60);
  }

  /** A point in time to the tenth of a second: 0:02.5, 1:02:03.4. */
  static String precise(double seconds) {
    long tenths = Math.round(10 * seconds);
    String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
    long minutes = tenths / 600;
    return minutes < 60
        ? minutes + ":" + rest
        : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
  }

  /** A length of time: 12.5 s, 3:20 min, 1:02:03 h. */
  static String length(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole(seconds, seconds) + (Math.round(seconds) < HOUR ? " min" : " h");
  }
}
