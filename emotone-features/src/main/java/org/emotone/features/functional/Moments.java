package org.emotone.features.functional;

/**
 * Central moments of a contour, divided by the number of frames.
 *
 * @param deviation standard deviation
 * @param skewness third moment over the cube of the deviation, 0 for a constant
 * @param kurtosis fourth moment over the fourth power of the deviation (3 for a normal
 *     distribution), 0 for a constant
 */
record Moments(double deviation, double skewness, double kurtosis) {

  static Moments of(Contour contour) {
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : contour.values()) {
      double d = value - contour.mean();
      second += d * d;
      third += d * d * d;
      fourth += d * d * d * d;
    }
    int n = Math.max(1, contour.frames());
    double variance = second / n;
    // What rounding leaves of a constant is no spread.
    double rounding = 1e-13 * Math.abs(contour.mean());
    if (variance <= Math.max(rounding * rounding, Double.MIN_NORMAL)) {
      return new Moments(0, 0, 0);
    }
    double deviation = Math.sqrt(variance);
    return new Moments(
        deviation, third / n / (variance * deviation), fourth / n / (variance * variance));
  }
}
