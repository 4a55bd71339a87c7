package org.emotone.corpus.own;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as lists write them. */
final class Seconds {

  /** As pandas writes: {@code 0 days 00:00:01.500000}; the days may be missing. */
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d+) days? )?(\\d+):(\\d{2}):(\\d{2}(?:\\.\\d+)?)");

  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d*)?(?:[eE]-?\\d+)?");
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Seconds() {}

  /**
   * A number of seconds, with or without {@code s}, or a clock's time.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static double parse(String field, String text) {
    String number = text.endsWith("s") ? text.substring(0, text.length() - 1).strip() : text;
    if (PLAIN.matcher(number).matches()) {
      return Double.parseDouble(number);
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return (clock.group(1) == null ? 0 : DAY * Double.parseDouble(clock.group(1)))
          + HOUR * Double.parseDouble(clock.group(2))
          + MINUTE * Double.parseDouble(clock.group(3))
          + Double.parseDouble(clock.group(4));
    }
    throw new IllegalArgumentException(
        "%s: '%s' is no time; expected seconds such as 1.5, or 00:00:01.5".formatted(field, text));
  }
}
