package org.emotone.report.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A scale with round ticks, from one value at one place to another at another; linear, or by the
 * logarithm.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}
 * @param from place in pixels
 * @param to place in pixels
 * @param logarithmic whether equal ratios are equally long; all values are above 0 then
 */
record Axis(double low, double high, double from, double to, boolean logarithmic) {

  private static final double[] DIGITS = {1, 2, 5};

  /** A linear one. */
  Axis(double low, double high, double from, double to) {
    this(low, high, from, to, false);
  }

  /** A logarithmic axis from the least value to the greatest; those not above 0 do not count. */
  static Axis logarithmic(double[] values, double from, double to) {
    double low = finite(values).filter(value -> value > 0).min().orElse(1);
    double high = finite(values).filter(value -> value > 0).max().orElse(10);
    return high > low
        ? new Axis(low, high, from, to, true)
        : new Axis(low / 2, 2 * high, from, to, true);
  }

  /** An axis that holds all values and begins and ends at a tick. */
  static Axis around(double[] values, int ticks, double from, double to) {
    double low = finite(values).min().orElse(0);
    double high = finite(values).max().orElse(1);
    if (!(high > low)) {
      // All values are equal: they stand in the middle.
      low -= 0.5;
      high += 0.5;
    }
    double step = step((high - low) / ticks);
    return new Axis(step * Math.floor(low / step), step * Math.ceil(high / step), from, to);
  }

  /** An axis from 0 to the first tick that no value exceeds. */
  static Axis upTo(double highest, int ticks, double from, double to) {
    double top = highest > 0 ? highest : 1;
    double step = step(top / ticks);
    return new Axis(0, step * Math.ceil(top / step - 1e-9), from, to);
  }

  static DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  /** The place of a value; those beyond the ends stand at the ends. */
  double at(double value) {
    double inside = Math.max(low, Math.min(high, value));
    double share =
        logarithmic ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
    return from + share * (to - from);
  }

  /**
   * Values for ticks, about as many as asked for, both ends among them if they are round; of a
   * logarithmic axis 1, 2 and 5 times each power of ten.
   */
  double[] ticks(int about) {
    if (logarithmic) {
      return DoubleStream.iterate(Math.floor(Math.log10(low)), power -> power + 1)
          .limit((long) (Math.log10(high) - Math.floor(Math.log10(low))) + 1)
          .flatMap(power -> Arrays.stream(DIGITS).map(digit -> digit * Math.pow(10, power)))
          .filter(tick -> tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
          .toArray();
    }
    double step = step((high - low) / about);
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    double[] ticks = new double[(int) (last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * step;
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, near a value. */
  static double step(double about) {
    double power = Math.pow(10, Math.floor(Math.log10(about)));
    double digit = about / power;
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
  }

  /** A value with as many decimals as it needs to be told from its neighbours. */
  static String label(double value, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    // No tick is called −0.
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
