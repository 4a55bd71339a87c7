package org.emotone.training;

/**
 * Checks of options. What is refused is an {@link IllegalArgumentException} that names the field,
 * its value and what is allowed; the reader of recipes adds the line.
 */
public final class Ranges {

  private Ranges() {}

  /** Whole numbers from {@code least} on are allowed. */
  public static void atLeast(String field, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(field + " must be at least " + least + ", was " + value);
    }
  }

  /** Both bounds are allowed. */
  public static void within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          field + " must be in [" + least + ", " + most + "], was " + value);
    }
  }

  /** The upper bound is not allowed. */
  public static void below(String field, double value, double least, double bound) {
    if (!(value >= least && value < bound)) {
      throw new IllegalArgumentException(
          field + " must be in [" + least + ", " + bound + "), was " + value);
    }
  }

  /** The lower bound is not allowed. */
  public static void above(String field, double value, double bound, double most) {
    if (!(value > bound && value <= most)) {
      throw new IllegalArgumentException(
          field + " must be in (" + bound + ", " + most + "], was " + value);
    }
  }
}
