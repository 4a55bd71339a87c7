package org.emotone.report.chart;

/**
 * What an axis of a chart stands for and how far it reaches.
 *
 * @param label what stands beside it
 * @param reach how far it reaches
 */
public record Scale(String label, Reach reach) {

  /** How far an axis reaches. */
  public enum Reach {
    /** From 0 to 1. */
    SHARE,
    /** From 0 to the first tick that no value exceeds; values are not below 0. */
    FROM_ZERO,
    /** As far as the values. */
    VALUES,
    /** Whole numbers from 1 to the largest value, such as epochs. */
    COUNT,
    /** As far as the values, which are above 0, each tenfold as long as any other. */
    LOGARITHM
  }

  /** From 0 to 1. */
  public static Scale share(String label) {
    return new Scale(label, Reach.SHARE);
  }

  /** From 0 upwards. */
  public static Scale fromZero(String label) {
    return new Scale(label, Reach.FROM_ZERO);
  }

  /** As far as the values reach. */
  public static Scale values(String label) {
    return new Scale(label, Reach.VALUES);
  }

  /** Whole numbers from 1 on. */
  public static Scale count(String label) {
    return new Scale(label, Reach.COUNT);
  }

  /** As far as the values reach, which are above 0, by their logarithm. */
  public static Scale logarithm(String label) {
    return new Scale(label, Reach.LOGARITHM);
  }

  /** The axis for values, with about so many ticks, at places in pixels. */
  Axis axis(double[] values, int ticks, double from, double to) {
    double last = Axis.finite(values).max().orElse(1);
    return switch (reach) {
      case SHARE -> new Axis(0, 1, from, to);
      case FROM_ZERO -> Axis.upTo(last, ticks, from, to);
      case VALUES -> Axis.around(values, ticks, from, to);
      case LOGARITHM -> Axis.logarithmic(values, from, to);
      case COUNT -> last > 1 ? new Axis(1, last, from, to) : new Axis(0, 2, from, to);
    };
  }

  /** About how many ticks an axis across a drawing has room for, or has whole numbers for. */
  int ticks(double width, Axis axis) {
    int room = Math.max(3, (int) (width / 90));
    return reach == Reach.COUNT
        ? (int) Math.max(1, Math.min(room, axis.high() - axis.low()))
        : room;
  }
}
