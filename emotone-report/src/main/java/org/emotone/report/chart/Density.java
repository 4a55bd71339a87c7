package org.emotone.report.chart;

import java.util.Arrays;

/**
 * Kernel density estimate with a Gaussian kernel, at places of equal distance from the smallest to
 * the largest value. Bandwidth: 0.9 min(σ, IQR/1.34) n^(−1/5) (Silverman 1986, equation 3.31).
 *
 * @param places where it is estimated
 * @param heights estimates, of which the largest is 1
 */
record Density(double[] places, double[] heights) {

  private static final int PLACES = 48;

  /** Beyond so many bandwidths a kernel is as good as 0. */
  private static final double REACH = 5;

  /**
   * Estimates.
   *
   * @param sorted finite values in ascending order, at least 2, not all equal
   */
  static Density of(double[] sorted) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double width = bandwidth(sorted);
    double[] places = new double[PLACES];
    double[] heights = new double[PLACES];
    double highest = 0;
    for (int i = 0; i < PLACES; i++) {
      places[i] = low + (high - low) * i / (PLACES - 1);
      heights[i] = sum(sorted, places[i], width);
      highest = Math.max(highest, heights[i]);
    }
    for (int i = 0; i < PLACES; i++) {
      heights[i] /= highest;
    }
    return new Density(places, heights);
  }

  private static double sum(double[] sorted, double place, double width) {
    double sum = 0;
    for (double value : sorted) {
      double z = (value - place) / width;
      if (Math.abs(z) < REACH) {
        sum += Math.exp(-0.5 * z * z);
      }
    }
    return sum;
  }

  private static double bandwidth(double[] sorted) {
    double mean = Arrays.stream(sorted).average().orElse(0);
    double variance =
        Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / (sorted.length - 1);
    double spread = Math.sqrt(variance);
    double quartiles = (Quantiles.of(sorted, 0.75) - Quantiles.of(sorted, 0.25)) / 1.34;
    double scale = quartiles > 0 ? Math.min(spread, quartiles) : spread;
    return 0.9 * scale * Math.pow(sorted.length, -0.2);
  }
}
