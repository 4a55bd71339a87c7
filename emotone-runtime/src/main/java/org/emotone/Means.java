package org.emotone;

import java.util.Arrays;
import java.util.List;

/** Means of rows of one length. */
final class Means {

  private Means() {}

  /** Of rows that count the same. */
  static double[] of(List<float[]> rows) {
    double[] mean = new double[rows.get(0).length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / (double) rows.size();
      }
    }
    return mean;
  }

  /** Of rows with weights; where all weights are 0, each counts the same. */
  static double[] weighted(List<double[]> rows, double[] weights) {
    double total = Arrays.stream(weights).sum();
    double[] mean = new double[rows.get(0).length];
    for (int row = 0; row < weights.length; row++) {
      double share = total > 0 ? weights[row] / total : 1.0 / weights.length;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += share * rows.get(row)[i];
      }
    }
    return mean;
  }

  /** The values in single precision. */
  static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
