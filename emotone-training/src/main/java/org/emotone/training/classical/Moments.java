package org.emotone.training.classical;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Means, variances and products of rows. */
final class Moments {

  private Moments() {}

  /** The mean row of each class; zeros of a class without any. */
  static double[][] means(float[][] rows, Samples samples) {
    int[] counts = samples.counts();
    double[][] means = new double[counts.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      int k = samples.labels()[i];
      for (int c = 0; c < rows[i].length; c++) {
        means[k][c] += rows[i][c] / (double) counts[k];
      }
    }
    return means;
  }

  /** The logarithm of the share of each class; {@link ClassicalModel#NEVER} of a class without. */
  static double[] logShares(Samples samples) {
    return Arrays.stream(samples.counts())
        .mapToDouble(
            count -> count == 0 ? ClassicalModel.NEVER : Math.log((double) count / samples.size()))
        .toArray();
  }

  /** {@code X'X}. */
  static double[][] products(float[][] rows) {
    int width = rows[0].length;
    double[][] products = new double[width][width];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            a -> {
              for (float[] row : rows) {
                double left = row[a];
                for (int b = 0; b <= a; b++) {
                  products[a][b] += left * row[b];
                }
              }
            });
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < a; b++) {
        products[b][a] = products[a][b];
      }
    }
    return products;
  }
}
