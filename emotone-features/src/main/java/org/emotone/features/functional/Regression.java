package org.emotone.features.functional;

/**
 * Straight line and parabola of least squares through a contour, over time from 0 (first frame) to
 * 1 (last frame).
 *
 * @param offset the line at time 0
 * @param rise the line's change from time 0 to 1
 * @param lineError mean square of what the line leaves
 * @param curvature the parabola's coefficient of time squared
 * @param parabolaError mean square of what the parabola leaves
 */
record Regression(
    double offset, double rise, double lineError, double curvature, double parabolaError) {

  /**
   * Projects onto the first three orthogonal polynomials of the frames, so that nothing needs to be
   * inverted. With less than two frames the line, with less than three the parabola is flat.
   */
  static Regression of(Contour contour) {
    double[] values = contour.values();
    int n = values.length;
    if (n < 2) {
      return new Regression(contour.mean(), 0, 0, 0, 0);
    }
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double t = time(i, n);
      spread += t * t;
    }
    double meanSquare = spread / n;
    double line = 0;
    double parabola = 0;
    double power = 0;
    double centred = 0;
    for (int i = 0; i < n; i++) {
      double t = time(i, n);
      double bow = t * t - meanSquare;
      double d = values[i] - contour.mean();
      line += t * d;
      parabola += bow * d;
      power += bow * bow;
      centred += d * d;
    }
    double slope = line / spread;
    double curvature = n < 3 ? 0 : parabola / power;
    double lineError = Math.max(0, centred - slope * line) / n;
    double parabolaError = Math.max(0, lineError - curvature * parabola / n);
    return new Regression(contour.mean() - slope / 2, slope, lineError, curvature, parabolaError);
  }

  /** Time of a frame about the middle of the contour, −½ to ½. */
  private static double time(int frame, int frames) {
    return (double) frame / (frames - 1) - 0.5;
  }
}
