package org.emotone.audio.signal;

/**
 * The impulse response of a low-pass filter: a sinc under a Kaiser window (Kaiser, 1974; length and
 * shape by his formulas, as in Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5.3).
 *
 * <p>The pass band ends where the {@link ResamplingQuality} says; the stop band begins at the lower
 * Nyquist frequency itself.
 */
final class KaiserSinc {
  /** {@link #taps()} is a multiple of this. */
  static final int TAPS_MULTIPLE = 4;

  private static final double STOP = 1.0;

  private final double beta;
  private final double cutoff;
  private final double halfWidth;

  /**
   * Designs the filter.
   *
   * @param stretch input rate over output rate, but at least 1
   */
  KaiserSinc(double stretch, ResamplingQuality quality) {
    double attenuationDb = quality.attenuationDb();
    double pass = quality.passBand();
    double length = (attenuationDb - 7.95) / (2.285 * Math.PI * (STOP - pass));
    this.beta = 0.1102 * (attenuationDb - 8.7);
    this.cutoff = (pass + STOP) / 2 / stretch;
    this.halfWidth = length / 2 * stretch;
  }

  /** Taps that cover the filter wherever its centre lies between two input samples. */
  int taps() {
    return TAPS_MULTIPLE * (int) Math.ceil(2 * halfWidth / TAPS_MULTIPLE);
  }

  /**
   * Samples the filter with its centre at a fraction of the way from tap {@code taps / 2 − 1} to
   * the next one.
   *
   * @param fraction 0 … 1
   * @param table receives {@link #taps()} values that add up to 1
   * @param offset index of the first
   */
  void sample(double fraction, float[] table, int offset) {
    double[] row = new double[taps()];
    double sum = 0;
    for (int tap = 0; tap < row.length; tap++) {
      double x = tap - (row.length / 2 - 1) - fraction;
      row[tap] = sinc(cutoff * x) * kaiser(x / halfWidth);
      sum += row[tap];
    }
    for (int tap = 0; tap < row.length; tap++) {
      table[offset + tap] = (float) (row[tap] / sum);
    }
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The window on −1 … 1 up to a factor, which {@link #sample} takes out. */
  private double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x));
  }

  /** Modified Bessel function of the first kind, order 0, by its power series. */
  static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }
}
