package org.emotone.features.spectral;

/**
 * The loops over rows of {@link LaneFft}, and those over its rows of power.
 *
 * <p>The order in which values are read and written is what the compiler of Java 17 still turns
 * into vector instructions: of 40 ns for 130 lanes it makes 120 ns when stores change places.
 */
final class LaneKernels {

  private LaneKernels() {}

  /** Sum and difference. */
  static void halve(double[] x, double[] y, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double a = x[i];
      double b = y[i];
      x[i] = a + b;
      y[i] = a - b;
    }
  }

  /** Sums and differences of rows u and x, v and y, each weighted. */
  static void halve(
      double[] u,
      double[] v,
      double[] x,
      double[] y,
      double wu,
      double wv,
      double wx,
      double wy,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double c = wx * x[i];
      double d = wy * y[i];
      double a = wu * u[i];
      double b = wv * v[i];
      u[i] = a + c;
      v[i] = b + d;
      x[i] = a - c;
      y[i] = b - d;
    }
  }

  /** Complex {@code x + iy} plus and minus {@code (re + i im) (u + iv)}. */
  static void halve(
      double[] x, double[] u, double[] y, double[] v, double re, double im, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double c = u[i] * re - v[i] * im;
      double d = u[i] * im + v[i] * re;
      double a = x[i];
      double b = y[i];
      x[i] = a + c;
      y[i] = b + d;
      u[i] = a - c;
      v[i] = b - d;
    }
  }

  /** The power of what {@link #halve} gives, in x and u. */
  static void lastComplex(
      double[] x, double[] u, double[] y, double[] v, double re, double im, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double c = u[i] * re - v[i] * im;
      double d = u[i] * im + v[i] * re;
      double a = x[i];
      double b = y[i];
      double e = a + c;
      double f = b + d;
      double g = a - c;
      double h = b - d;
      x[i] = e * e + f * f;
      u[i] = g * g + h * h;
    }
  }

  /** The squares of sum and difference. */
  static void lastReal(double[] x, double[] y, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double sum = x[i] + y[i];
      double difference = x[i] - y[i];
      x[i] = sum * sum;
      y[i] = difference * difference;
    }
  }

  /** The power of {@code x + iy}, in x. */
  static void square(double[] x, double[] y, int lanes) {
    for (int i = 0; i < lanes; i++) {
      x[i] = x[i] * x[i] + y[i] * y[i];
    }
  }

  /** Adds four weighted rows to sums. */
  static void add(
      double[] sums,
      double[] p,
      double[] q,
      double[] r,
      double[] s,
      double wp,
      double wq,
      double wr,
      double ws,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      sums[i] += wp * p[i] + wq * q[i] + wr * r[i] + ws * s[i];
    }
  }

  /** Adds a weighted row to sums. */
  static void add(double[] sums, double[] row, double weight, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sums[i] += weight * row[i];
    }
  }
}
