package org.emotone.report.chart;

/** Quantiles by linear interpolation (type 7 of Hyndman and Fan 1996, as in R and NumPy). */
public final class Quantiles {

  private Quantiles() {}

  /**
   * A quantile.
   *
   * @param sorted values in ascending order
   * @param share 0 (smallest) to 1 (largest)
   * @return NaN if there are no values
   */
  public static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
