package org.emotone.audio;

/**
 * A Kaiser-windowed sinc, sampled at the phases that resampling by {@code up / down} needs
 * (Crochiere and Rabiner, Multirate Digital Signal Processing, 1983; window: Kaiser and Schafer,
 * 1980).
 *
 * <p>Where a ratio has so many phases that a table of all would be large (24 414 to 16 000 Hz has
 * 8000), the table holds fewer and each output is interpolated between two of them (Smith and
 * Gossett, 1984): with 1024 phases to a zero crossing the error stays below −110 dB.
 */
final class PolyphaseFilter {
  private static final double ATTENUATION_DB = 100;

  /** Pass band edge and stop band edge as fractions of the lower Nyquist frequency. */
  private static final double PASS = 0.9;

  private static final double STOP = 1.0;
  private static final double BETA = 0.1102 * (ATTENUATION_DB - 8.7);
  private static final int PHASES_PER_CROSSING = 1024;
  private static final int LARGEST_EXACT_TABLE = 1 << 18;

  private final int up;
  private final int down;
  private final int phases;
  private final int taps;
  private final boolean exact;
  private final double cutoff;
  private final double halfWidth;
  private final float[] table;

  /**
   * Designs the filter.
   *
   * @param up output samples per {@code down} input samples, without common divisor
   * @param down input samples per {@code up} output samples
   */
  PolyphaseFilter(int up, int down) {
    this.up = up;
    this.down = down;
    double stretch = Math.max(1.0, (double) down / up);
    // Length by Kaiser's formula, in samples of the lower rate, then of the input.
    double length = (ATTENUATION_DB - 7.95) / (2.285 * Math.PI * (STOP - PASS));
    this.cutoff = (PASS + STOP) / 2 / stretch;
    this.halfWidth = length / 2 * stretch;
    this.taps = 2 * (int) Math.ceil(halfWidth);
    this.exact = (long) up * taps <= LARGEST_EXACT_TABLE;
    this.phases = exact ? up : (int) Math.ceil(PHASES_PER_CROSSING / stretch);
    int rows = exact ? phases : phases + 1;
    this.table = new float[rows * taps];
    for (int phase = 0; phase < rows; phase++) {
      design(phase);
    }
  }

  /** One row: the filter as seen by an output that lies phase / phases after an input sample. */
  private void design(int phase) {
    double[] row = new double[taps];
    double sum = 0;
    for (int tap = 0; tap < taps; tap++) {
      double x = tap - (taps / 2 - 1) - (double) phase / phases;
      row[tap] = sinc(cutoff * x) * kaiser(x / halfWidth);
      sum += row[tap];
    }
    for (int tap = 0; tap < taps; tap++) {
      table[phase * taps + tap] = (float) (row[tap] / sum);
    }
  }

  /** Filters; the input is silent outside of the array. */
  float[] apply(float[] input, int length) {
    float[] output = new float[length];
    long base = 0;
    long phase = 0;
    for (int i = 0; i < length; i++) {
      int first = (int) base - (taps / 2 - 1);
      if (exact) {
        output[i] = dot(input, first, (int) phase);
      } else {
        double place = (double) phase * phases / up;
        int row = (int) place;
        float weight = (float) (place - row);
        output[i] = (1 - weight) * dot(input, first, row) + weight * dot(input, first, row + 1);
      }
      phase += down;
      base += phase / up;
      phase %= up;
    }
    return output;
  }

  /** Four sums side by side: one alone would wait for each addition (3 times slower). */
  private float dot(float[] input, int first, int row) {
    int from = Math.max(0, -first);
    int to = Math.min(taps, input.length - first);
    int filter = row * taps;
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int tap = from;
    for (; tap < to - 3; tap += 4) {
      a += input[first + tap] * table[filter + tap];
      b += input[first + tap + 1] * table[filter + tap + 1];
      c += input[first + tap + 2] * table[filter + tap + 2];
      d += input[first + tap + 3] * table[filter + tap + 3];
    }
    for (; tap < to; tap++) {
      a += input[first + tap] * table[filter + tap];
    }
    return a + b + (c + d);
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The Kaiser window on −1 … 1, not normalised: {@link #design} does that. */
  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x));
  }

  /** Modified Bessel function of the first kind, order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }
}
