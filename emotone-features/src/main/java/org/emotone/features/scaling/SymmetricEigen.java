package org.emotone.features.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic rotations (Jacobi, 1846), in falling
 * order of the values. The largest weight of each vector is positive.
 */
final class SymmetricEigen {

  private static final int MOST_SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  /** Decomposes a symmetric matrix, which is overwritten. */
  SymmetricEigen(double[][] matrix) {
    int n = matrix.length;
    double[][] turned = new double[n][n];
    for (int i = 0; i < n; i++) {
      turned[i][i] = 1;
    }
    double limit = 1e-30 * squares(matrix, false);
    for (int sweep = 0; sweep < MOST_SWEEPS && squares(matrix, true) > limit; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          if (matrix[p][q] != 0) {
            rotate(matrix, turned, p, q);
          }
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    values = Arrays.stream(order).mapToDouble(i -> matrix[i][i]).toArray();
    vectors = Arrays.stream(order).mapToObj(i -> upright(turned[i])).toArray(double[][]::new);
  }

  double[] values() {
    return values;
  }

  /** The vectors, one in each row. */
  double[][] vectors() {
    return vectors;
  }

  private static double squares(double[][] matrix, boolean offDiagonalOnly) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        sum += offDiagonalOnly && i == j ? 0 : matrix[i][j] * matrix[i][j];
      }
    }
    return sum;
  }

  /** Turns the plane of p and q so that their common element becomes 0. */
  private static void rotate(double[][] matrix, double[][] turned, int p, int q) {
    double half = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.hypot(half, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double atP = row[p];
      row[p] = cosine * atP - sine * row[q];
      row[q] = sine * atP + cosine * row[q];
    }
    turn(matrix[p], matrix[q], cosine, sine);
    turn(turned[p], turned[q], cosine, sine);
  }

  private static void turn(double[] p, double[] q, double cosine, double sine) {
    for (int i = 0; i < p.length; i++) {
      double atP = p[i];
      p[i] = cosine * atP - sine * q[i];
      q[i] = sine * atP + cosine * q[i];
    }
  }

  private static double[] upright(double[] vector) {
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    double sign = vector[largest] < 0 ? -1 : 1;
    return Arrays.stream(vector).map(weight -> sign * weight).toArray();
  }
}
