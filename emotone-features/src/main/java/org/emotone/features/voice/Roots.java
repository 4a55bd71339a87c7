package org.emotone.features.voice;

/**
 * All complex roots of a real polynomial at once, by the iteration of Aberth (1973). It has buffers
 * of its own: one for each thread.
 */
final class Roots {

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-10;

  private final int degree;
  private final double[] real;
  private final double[] imaginary;
  private final double[] work = new double[4];

  Roots(int degree) {
    this.degree = degree;
    real = new double[degree];
    imaginary = new double[degree];
  }

  /** Real part of a root. */
  double real(int root) {
    return real[root];
  }

  /** Imaginary part of a root. */
  double imaginary(int root) {
    return imaginary[root];
  }

  /**
   * Finds the roots of {@code z^n + a[1] z^(n−1) + … + a[n]}.
   *
   * @param a coefficients, {@code a[0]} is 1
   */
  void solve(double[] a) {
    for (int i = 0; i < degree; i++) {
      double angle = 2 * Math.PI * i / degree + 0.4;
      real[i] = 0.9 * Math.cos(angle);
      imaginary[i] = 0.9 * Math.sin(angle);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      double moved = 0;
      for (int i = 0; i < degree; i++) {
        moved = Math.max(moved, improve(a, i));
      }
      if (moved < CLOSE) {
        return;
      }
    }
  }

  /** One step for one root; how far it moved. */
  private double improve(double[] a, int i) {
    double x = real[i];
    double y = imaginary[i];
    newton(a, x, y);
    double pullX = 0;
    double pullY = 0;
    for (int k = 0; k < degree; k++) {
      double dx = x - real[k];
      double dy = y - imaginary[k];
      double square = dx * dx + dy * dy;
      if (square > 0) {
        pullX += dx / square;
        pullY -= dy / square;
      }
    }
    double belowX = 1 - (work[0] * pullX - work[1] * pullY);
    double belowY = -(work[0] * pullY + work[1] * pullX);
    double square = belowX * belowX + belowY * belowY;
    if (square == 0) {
      return 0;
    }
    double stepX = (work[0] * belowX + work[1] * belowY) / square;
    double stepY = (work[1] * belowX - work[0] * belowY) / square;
    real[i] = x - stepX;
    imaginary[i] = y - stepY;
    return Math.abs(stepX) + Math.abs(stepY);
  }

  /** Value over derivative of the polynomial, by Horner's rule, into the first two of work. */
  private void newton(double[] a, double x, double y) {
    double valueX = 1;
    double valueY = 0;
    double slopeX = 0;
    double slopeY = 0;
    for (int k = 1; k <= degree; k++) {
      double sx = slopeX * x - slopeY * y + valueX;
      slopeY = slopeX * y + slopeY * x + valueY;
      slopeX = sx;
      double vx = valueX * x - valueY * y + a[k];
      valueY = valueX * y + valueY * x;
      valueX = vx;
    }
    double square = slopeX * slopeX + slopeY * slopeY;
    work[0] = square == 0 ? 0 : (valueX * slopeX + valueY * slopeY) / square;
    work[1] = square == 0 ? 0 : (valueY * slopeX - valueX * slopeY) / square;
  }
}
