package org.emotone.training.classical;

/**
 * A hidden Markov model whose states emit mixtures of Gaussians with independent coefficients.
 *
 * @param start logarithm of the chance to begin in each state
 * @param steps logarithm of the chance to go from one state to another, {@code [from][to]}
 * @param shares logarithm of the share of each Gaussian, {@code [states][mixtures]}
 * @param mean {@code [states × mixtures][coefficients]}
 * @param variance {@code [states × mixtures][coefficients]}
 */
record HiddenMarkov(
    double[] start, double[][] steps, double[][] shares, double[][] mean, double[][] variance) {

  /** The logarithm of a chance of nothing; finite, so that differences of it are numbers. */
  static final double IMPOSSIBLE = -1e30;

  int states() {
    return start.length;
  }

  int mixtures() {
    return shares[0].length;
  }

  /** Logarithm of the density of a Gaussian and its share at a frame. */
  double component(int state, int mixture, float[] values, int from) {
    int row = state * mixtures() + mixture;
    double sum = 0;
    for (int c = 0; c < mean[row].length; c++) {
      double difference = values[from + c] - mean[row][c];
      sum += Math.log(2 * Math.PI * variance[row][c]) + difference * difference / variance[row][c];
    }
    return shares[state][mixture] - 0.5 * sum;
  }

  /** Logarithm of the density of every state at every frame, {@code [frames][states]}. */
  double[][] emissions(float[] values, int frames) {
    int width = mean[0].length;
    double[][] emissions = new double[frames][states()];
    double[] parts = new double[mixtures()];
    for (int frame = 0; frame < frames; frame++) {
      for (int state = 0; state < states(); state++) {
        for (int m = 0; m < parts.length; m++) {
          parts[m] = component(state, m, values, frame * width);
        }
        emissions[frame][state] = logSum(parts);
      }
    }
    return emissions;
  }

  /** The forward variables, {@code [frames][states]} (Rabiner, 1989, equations 19 and 20). */
  double[][] forward(double[][] emissions) {
    double[][] forward = new double[emissions.length][states()];
    double[] parts = new double[states()];
    for (int state = 0; state < states(); state++) {
      forward[0][state] = start[state] + emissions[0][state];
    }
    for (int frame = 1; frame < emissions.length; frame++) {
      for (int to = 0; to < states(); to++) {
        for (int from = 0; from < states(); from++) {
          parts[from] = forward[frame - 1][from] + steps[from][to];
        }
        forward[frame][to] = logSum(parts) + emissions[frame][to];
      }
    }
    return forward;
  }

  /** The backward variables, {@code [frames][states]} (Rabiner, 1989, equations 24 and 25). */
  double[][] backward(double[][] emissions) {
    int last = emissions.length - 1;
    double[][] backward = new double[emissions.length][states()];
    double[] parts = new double[states()];
    for (int frame = last - 1; frame >= 0; frame--) {
      for (int from = 0; from < states(); from++) {
        for (int to = 0; to < states(); to++) {
          parts[to] = steps[from][to] + emissions[frame + 1][to] + backward[frame + 1][to];
        }
        backward[frame][from] = logSum(parts);
      }
    }
    return backward;
  }

  /** The mean log-likelihood of a frame. */
  double perFrame(float[] values, int frames) {
    double[][] forward = forward(emissions(values, frames));
    return logSum(forward[frames - 1]) / frames;
  }

  /** Logarithm of the sum of exponentials. */
  static double logSum(double[] logarithms) {
    double highest = logarithms[0];
    for (double value : logarithms) {
      highest = Math.max(highest, value);
    }
    double sum = 0;
    for (double value : logarithms) {
      sum += Math.exp(value - highest);
    }
    return highest + Math.log(sum);
  }
}
