package org.emotone.report.embedding;

import java.util.Arrays;

/**
 * How much points attract each other in t-SNE: joint probabilities of neighbours, symmetric,
 * summing up to 1 (van der Maaten and Hinton 2008, equations 1 and 2; neighbours alone: van der
 * Maaten 2014, section 4.1).
 *
 * @param starts where the row of each point begins, and one past the last
 * @param columns the other points
 * @param values their probabilities
 */
record Affinities(int[] starts, int[] columns, double[] values) {

  private static final int BISECTIONS = 60;

  /**
   * From neighbours.
   *
   * @param perplexity the effective number of neighbours that each point is given
   */
  static Affinities of(Neighbours neighbours, double perplexity) {
    int size = neighbours.size();
    double[][] conditional = new double[size][];
    int[] lengths = new int[size + 1];
    for (int point = 0; point < size; point++) {
      conditional[point] = row(neighbours.squaredDistances()[point], perplexity);
      for (int other : neighbours.indices()[point]) {
        lengths[point]++;
        lengths[other]++;
      }
    }
    int[] starts = new int[size + 1];
    for (int point = 0; point < size; point++) {
      starts[point + 1] = starts[point] + lengths[point];
    }
    int[] columns = new int[starts[size]];
    double[] values = new double[starts[size]];
    int[] ends = Arrays.copyOf(starts, size);
    for (int point = 0; point < size; point++) {
      int[] near = neighbours.indices()[point];
      for (int i = 0; i < near.length; i++) {
        // Two points that have each other stand twice in a row, which adds up.
        double value = conditional[point][i] / (2.0 * size);
        columns[ends[point]] = near[i];
        values[ends[point]++] = value;
        columns[ends[near[i]]] = point;
        values[ends[near[i]]++] = value;
      }
    }
    return new Affinities(starts, columns, values);
  }

  /** Probabilities of a point's neighbours, whose entropy is the logarithm of the perplexity. */
  private static double[] row(float[] squared, double perplexity) {
    double[] weights = new double[squared.length];
    if (squared.length == 0) {
      return weights;
    }
    double target = Math.log(Math.min(perplexity, squared.length));
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double precision = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double entropy = weigh(squared, precision, weights);
      if (Math.abs(entropy - target) < 1e-5) {
        break;
      }
      if (entropy > target) {
        low = precision;
        precision = Double.isInfinite(high) ? 2 * precision : (low + high) / 2;
      } else {
        high = precision;
        precision = (low + high) / 2;
      }
    }
    return weights;
  }

  /** Fills in the probabilities for a precision and returns their entropy in nats. */
  private static double weigh(float[] squared, double precision, double[] weights) {
    double sum = 0;
    double moment = 0;
    for (int i = 0; i < squared.length; i++) {
      // Relative to the nearest, so that not all vanish.
      double distance = squared[i] - squared[0];
      weights[i] = Math.exp(-precision * distance);
      sum += weights[i];
      moment += weights[i] * distance;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return Math.log(sum) + precision * moment / sum;
  }
}
