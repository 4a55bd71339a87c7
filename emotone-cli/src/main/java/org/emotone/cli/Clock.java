package org.emotone.cli;

import java.util.Locale;

/** Times within a recording as people write them. */
final class Clock {

  private Clock() {}

  /** Minutes and seconds with a tenth, and hours where there are any: 0:07.5, 1:02:07.5. */
  static String text(double seconds) {
    long tenths = Math.round(seconds * 10);
    long minutes = tenths / 600;
    String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
    return minutes < 60
        ? minutes + ":" + rest
        : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
  }
}
