package org.emotone.features.spectral;

/**
 * Fourier transforms of many frames at once, each in a lane of its own: row i holds sample i of all
 * frames, and every operation is a loop over a row.
 *
 * <p>Why: the compiler of the JVM turns short loops over whole arrays into vector instructions, but
 * none of the loops of a transform of a single frame. At 2048 samples and 64 lanes a frame takes
 * half the time of JTransforms' (docs/benchmarks.md). Kernels must stay as small as they are: with
 * two more arrays the loop is no longer vectorised.
 *
 * <p>The algorithm is the decimation of polynomials modulo {@code x^d − w} and {@code x^d + w}
 * (Bernstein, 2001), depth first, so that its lower levels stay in the cache. Two real frames are
 * one complex one. An instance is immutable and shared by threads.
 */
final class LaneFft {

  private final int size;
  private final int[] places;
  private final double[] re;
  private final double[] im;

  /** A transform of a power of two of samples. */
  LaneFft(int size) {
    this.size = size;
    places = new int[size];
    re = new double[size];
    im = new double[size];
    int[] exponents = new int[2 * size];
    for (int node = 1; node < size; node++) {
      int length = size >> (31 - Integer.numberOfLeadingZeros(node));
      int half = length / 2;
      double angle = -2 * Math.PI * ((double) exponents[node] * half) / size;
      re[node] = Math.cos(angle);
      im[node] = Math.sin(angle);
      exponents[2 * node] = exponents[node];
      exponents[2 * node + 1] = exponents[node] + size / length;
    }
    for (int i = 0; i < size; i++) {
      places[exponents[size + i]] = i;
    }
  }

  /** Transforms the rows in place; bin k is then in row {@link #place}. */
  void forward(double[][] x, double[][] y, int lanes) {
    forward(x, y, lanes, 1, 0, size);
  }

  /** The row of a bin. */
  int place(int bin) {
    return places[bin];
  }

  private void forward(double[][] x, double[][] y, int lanes, int node, int from, int length) {
    int half = length / 2;
    boolean turned = (node & (node - 1)) != 0;
    for (int i = from; i < from + half; i++) {
      if (turned) {
        turn(x[i], y[i], x[i + half], y[i + half], re[node], im[node], lanes);
      } else {
        add(x[i], y[i], x[i + half], y[i + half], lanes);
      }
    }
    if (half > 1) {
      forward(x, y, lanes, 2 * node, from, half);
      forward(x, y, lanes, 2 * node + 1, from + half, half);
    }
  }

  private static void add(double[] x, double[] y, double[] u, double[] v, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double a = x[i];
      double b = y[i];
      double c = u[i];
      double d = v[i];
      x[i] = a + c;
      y[i] = b + d;
      u[i] = a - c;
      v[i] = b - d;
    }
  }

  private static void turn(
      double[] x, double[] y, double[] u, double[] v, double re, double im, int lanes) {
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
}
