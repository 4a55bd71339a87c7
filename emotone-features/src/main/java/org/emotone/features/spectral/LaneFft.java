package org.emotone.features.spectral;

/**
 * Power spectra of many real frames at once, each in a lane of its own: row i holds sample i of all
 * frames, and every operation is a loop over rows.
 *
 * <p>The algorithm is the decimation of polynomials (Bernstein, 2001): modulo {@code x^2d − 1} is
 * modulo {@code x^d − 1} and {@code x^d + 1}; the latter is, with one half of its rows as real and
 * the other as imaginary parts, a complex polynomial modulo {@code x^(d/2) − i}, which is halved
 * further modulo {@code x^h − w} and {@code x^h + w}. What is left at the end are the values at the
 * roots of unity of one half of the circle, and nothing was computed twice.
 *
 * <p>Why it is as it is, with the times of a frame of 2048 samples, 130 frames at once, on one core
 * of an EPYC (family 26):
 *
 * <ul>
 *   <li>The compiler of the JVM turns short loops over whole arrays into vector instructions, but
 *       none of the loops of a transform of a single frame (JTransforms: 6.1 µs).
 *   <li>Five levels are taken in turn on the same 32 rows, and then three on 16, so that rows are
 *       fetched into the first cache three times and not eleven (2.2 µs to 1.6 µs).
 *   <li>The last level gives power and not values (0.3 µs less).
 *   <li>Kernels hold as much as Java 17 vectorises: one more product, or stores in another order,
 *       and they take three times as long. {@code LanePowerTest} cannot see that; the benchmarks
 *       do.
 * </ul>
 *
 * <p>An instance is immutable and shared by threads.
 */
final class LaneFft {

  /** The least number of samples. */
  static final int LEAST_SIZE = 64;

  /** Rows that are taken through the first levels together. */
  private static final int TOGETHER = 32;

  private static final int RADIX = 8;

  private final int size;
  private final int stride;
  private final int[] places;

  /** Node v of the tree of complex polynomials has the roots {@code re[v] + i · im[v]}, ±. */
  private final double[] re;

  private final double[] im;

  /** Puts sample i of all frames into a row. */
  interface Samples {
    void copy(int sample, double[] row);
  }

  /** A transform of a power of two of samples, at least {@link #LEAST_SIZE}. */
  LaneFft(int size) {
    this.size = size;
    stride = size / TOGETHER;
    places = new int[size / 2 + 1];
    re = new double[size / 4];
    im = new double[size / 4];
    double[] turns = new double[size / 4];
    turns[1] = 0.25;
    for (int node = 1; node < turns.length; node++) {
      if (node > 1) {
        turns[node] = turns[node / 2] / 2 + (node % 2) * 0.5;
      }
      re[node] = Math.cos(Math.PI * turns[node]);
      im[node] = Math.sin(Math.PI * turns[node]);
    }
    places[size / 2] = 1;
    for (int half = size / 2; half > 1; half /= 2) {
      place(half, half / 2, 0.25);
    }
  }

  private void place(int row, int count, double turns) {
    if (count > 1) {
      place(row, count / 2, turns / 2);
      place(row + count / 2, count / 2, turns / 2 + 0.5);
      return;
    }
    int bin = (int) Math.round(turns * size);
    places[Math.min(bin, size - bin)] = row;
  }

  /** The row that holds a bin's power in the end, 0 to half the size. */
  int place(int bin) {
    return places[bin];
  }

  /**
   * Writes the power of frames into rows, see {@link #place}.
   *
   * @param rows as many as samples, at least {@code lanes} long each; their content is lost
   * @param window weights of all samples
   */
  void power(Samples samples, double[] window, double[][] rows, int lanes) {
    for (int i = 0; i < stride; i++) {
      for (int k = i; k < size / 4; k += stride) {
        load(samples, window, rows, k, lanes);
      }
      levels(rows, i + 16 * stride, i + 24 * stride, stride, RADIX, 1, lanes);
      real(rows, i, stride, TOGETHER / 2, lanes);
    }
    for (int parts = RADIX; parts >= 1; parts /= 2) {
      for (int part = 0; part < parts; part++) {
        int first = (2 * parts + part) * stride;
        complex(rows, first, first + parts * stride, stride, parts + part, lanes);
      }
    }
    complex(rows, stride, stride + stride / 2, stride / 2, 1, lanes);
    real(rows, 0, 1, stride, lanes);
  }

  /** Loads and weighs four rows and takes them through the first level. */
  private void load(Samples samples, double[] window, double[][] rows, int row, int lanes) {
    int quarter = size / 4;
    for (int i = row; i < size; i += quarter) {
      samples.copy(i, rows[i]);
    }
    LaneKernels.halve(
        rows[row],
        rows[row + quarter],
        rows[row + 2 * quarter],
        rows[row + 3 * quarter],
        window[row],
        window[row + quarter],
        window[row + 2 * quarter],
        window[row + 3 * quarter],
        lanes);
  }

  /**
   * Halves the real polynomial of {@code count} rows, {@code stride} apart, until it is one row.
   */
  private void real(double[][] rows, int from, int stride, int count, int lanes) {
    int half = count / 2;
    int quarter = count / 4;
    if (count == 2 && stride == 1) {
      LaneKernels.lastReal(rows[0], rows[1], lanes);
      return;
    }
    for (int k = from; k < from + half * stride; k += stride) {
      LaneKernels.halve(rows[k], rows[k + half * stride], lanes);
    }
    int right = from + half * stride;
    if (quarter > 1) {
      levels(rows, right, right + quarter * stride, stride, quarter, 1, lanes);
    } else if (quarter == 1 && stride == 1) {
      LaneKernels.square(rows[right], rows[right + 1], lanes);
    }
    if (count > 2) {
      real(rows, from, stride, half, lanes);
    }
  }

  /** Takes a complex polynomial of so many rows down to its roots' power. */
  private void complex(double[][] rows, int x, int y, int count, int node, int lanes) {
    if (count == 1) {
      LaneKernels.square(rows[x], rows[y], lanes);
      return;
    }
    int radix = Math.min(RADIX, count);
    int apart = count / radix;
    for (int i = 0; i < apart; i++) {
      levels(rows, x + i, y + i, apart, radix, node, lanes);
    }
    for (int part = 0; part < radix && apart > 1; part++) {
      complex(rows, x + part * apart, y + part * apart, apart, radix * node + part, lanes);
    }
  }

  /**
   * Halves the part of a complex polynomial that is in {@code count} rows, {@code apart} from each
   * other, until each is of a polynomial of its own; the power of these if nothing is left to do.
   */
  private void levels(double[][] rows, int x, int y, int apart, int count, int node, int lanes) {
    double cos = re[node];
    double sin = im[node];
    if (count == 2 && apart == 1) {
      LaneKernels.lastComplex(rows[x], rows[x + 1], rows[y], rows[y + 1], cos, sin, lanes);
      return;
    }
    int half = count / 2 * apart;
    for (int k = 0; k < half; k += apart) {
      LaneKernels.halve(
          rows[x + k], rows[x + k + half], rows[y + k], rows[y + k + half], cos, sin, lanes);
    }
    if (count > 2) {
      levels(rows, x, y, apart, count / 2, 2 * node, lanes);
      levels(rows, x + half, y + half, apart, count / 2, 2 * node + 1, lanes);
    }
  }
}
