package org.emotone.report.run;

import java.util.Locale;

/** Large numbers with three digits that count. */
public final class Amount {

  private Amount() {}

  /** As {@code 950}, {@code 12.4 k} or {@code 1.25 M}. */
  public static String words(long number) {
    if (number < 1000) {
      return Long.toString(number);
    }
    double value = number < 999_500 ? number / 1e3 : number / 1e6;
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f ", value)
        + (number < 999_500 ? "k" : "M");
  }
}
