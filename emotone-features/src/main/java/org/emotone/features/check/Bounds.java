package org.emotone.features.check;

/** Ranges that parameters are held to. */
public final class Bounds {

  private Bounds() {}

  /**
   * Checks that a parameter is in its range; NaN is out of every range.
   *
   * @throws IllegalArgumentException naming the parameter, the range and the value
   */
  public static void check(String field, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          field + " must be from " + text(min) + " to " + text(max) + ", was " + text(value));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
