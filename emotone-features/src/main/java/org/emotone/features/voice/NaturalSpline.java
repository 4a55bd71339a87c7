package org.emotone.features.voice;

/**
 * Natural cubic spline through values at fixed places, evaluated at other fixed places (Press et
 * al., Numerical Recipes, section 3.3). Everything that does not depend on the values is computed
 * once. An instance is immutable and shared by threads.
 */
final class NaturalSpline {

  private final int knots;
  private final double[] width;
  private final double[] pivot;
  private final int[] left;
  private final double[] weights;

  /**
   * A spline.
   *
   * @param places where the values are, at least 3, rising
   * @param targets where it is evaluated, within the places
   */
  NaturalSpline(double[] places, double[] targets) {
    knots = places.length;
    width = new double[knots - 1];
    for (int i = 0; i < knots - 1; i++) {
      width[i] = places[i + 1] - places[i];
    }
    pivot = new double[knots];
    for (int i = 1; i < knots - 1; i++) {
      double above = i == 1 ? 0 : width[i - 1] * width[i - 1] * pivot[i - 1];
      pivot[i] = 1 / (2 * (width[i - 1] + width[i]) - above);
    }
    left = new int[targets.length];
    weights = new double[4 * targets.length];
    int at = 0;
    for (int i = 0; i < targets.length; i++) {
      while (at < knots - 2 && places[at + 1] <= targets[i]) {
        at++;
      }
      left[i] = at;
      weigh(4 * i, (targets[i] - places[at]) / width[at], width[at]);
    }
  }

  private void weigh(int row, double place, double width) {
    double other = 1 - place;
    weights[row] = other;
    weights[row + 1] = place;
    weights[row + 2] = (other * other * other - other) * width * width / 6;
    weights[row + 3] = (place * place * place - place) * width * width / 6;
  }

  /**
   * Evaluates the spline through values.
   *
   * @param values one for each place
   * @param bends receives the second derivatives, one for each place
   * @param out receives one value for each target
   */
  void apply(double[] values, double[] bends, double[] out) {
    bend(values, bends);
    for (int i = 0; i < left.length; i++) {
      int at = left[i];
      int row = 4 * i;
      out[i] =
          weights[row] * values[at]
              + weights[row + 1] * values[at + 1]
              + weights[row + 2] * bends[at]
              + weights[row + 3] * bends[at + 1];
    }
  }

  /** Solves the tridiagonal system of the second derivatives, which are zero at both ends. */
  private void bend(double[] values, double[] bends) {
    bends[0] = 0;
    double slope = (values[1] - values[0]) / width[0];
    for (int i = 1; i < knots - 1; i++) {
      double next = (values[i + 1] - values[i]) / width[i];
      bends[i] = (6 * (next - slope) - width[i - 1] * bends[i - 1]) * pivot[i];
      slope = next;
    }
    bends[knots - 1] = 0;
    for (int i = knots - 2; i > 0; i--) {
      bends[i] -= pivot[i] * width[i] * bends[i + 1];
    }
  }
}
