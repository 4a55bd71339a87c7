package org.emotone.cli;

import java.util.Locale;

/** Sizes of files for people. */
final class Bytes {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Bytes() {}

  /** Such as {@code 512 B} or {@code 1.5 GB}, a kB being 1000 bytes. */
  static String words(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1000 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
  }
}
