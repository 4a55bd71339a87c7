package org.emotone.server.stream;

/**
 * How fast sound may come: as fast as it lasts, and some seconds ahead. What a broken connection
 * held up may be made up for. Not for several threads.
 */
final class Pace {

  /** Clocks of sound cards are not those of servers. */
  private static final double TOLERANCE = 1.05;

  private final double most;
  private double seconds;
  private long filled;

  /**
   * Begins.
   *
   * @param ahead seconds that may come at once
   * @param madeUp seconds that may be made up for
   * @param nanos now, as {@link System#nanoTime} has it
   */
  Pace(double ahead, double madeUp, long nanos) {
    most = ahead + madeUp;
    seconds = ahead;
    filled = nanos;
  }

  /**
   * Lets sound pass.
   *
   * @param length of it in seconds
   * @param nanos now
   * @return 0 if it may pass, or else after how many milliseconds it may
   */
  long pass(double length, long nanos) {
    seconds = Math.min(most, seconds + (nanos - filled) / 1e9 * TOLERANCE);
    filled = nanos;
    if (seconds >= length) {
      seconds -= length;
      return 0;
    }
    return (long) Math.max(1, Math.ceil((length - seconds) / TOLERANCE * 1000));
  }
}
