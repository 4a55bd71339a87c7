package org.emotone.features.functional;

/** Linear prediction by the autocorrelation method and Levinson's and Durbin's recursion. */
public final class LinearPrediction {

  private LinearPrediction() {}

  /**
   * The coefficients a of the prediction {@code x[n] ≈ −Σ a[k] x[n − k]}, k from 1 to the order.
   *
   * @return {@code order + 2} numbers: 1, a[1] … a[order], and the mean square of the error over
   *     that of the signal, 0 to 1; for a signal of zeros 1, 0 …, 1
   */
  public static double[] coefficients(double[] signal, int order) {
    double[] correlation = new double[order + 1];
    for (int lag = 0; lag <= order; lag++) {
      double sum = 0;
      for (int i = lag; i < signal.length; i++) {
        sum += signal[i] * signal[i - lag];
      }
      correlation[lag] = sum;
    }
    return solve(correlation, order);
  }

  /**
   * The same from the autocorrelation at lags 0 to the order.
   *
   * @param correlation at least {@code order + 1} values
   */
  public static double[] solve(double[] correlation, int order) {
    double[] a = new double[order + 2];
    a[0] = 1;
    a[order + 1] = 1;
    double error = correlation[0];
    if (error <= Double.MIN_NORMAL) {
      return a;
    }
    double[] before = new double[order + 1];
    for (int m = 1; m <= order && error > 1e-14 * correlation[0]; m++) {
      double sum = correlation[m];
      for (int k = 1; k < m; k++) {
        sum += a[k] * correlation[m - k];
      }
      double reflection = -sum / error;
      System.arraycopy(a, 0, before, 0, m);
      for (int k = 1; k < m; k++) {
        a[k] = before[k] + reflection * before[m - k];
      }
      a[m] = reflection;
      error *= 1 - reflection * reflection;
    }
    a[order + 1] = error / correlation[0];
    return a;
  }
}
