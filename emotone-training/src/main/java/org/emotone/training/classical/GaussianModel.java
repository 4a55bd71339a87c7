package org.emotone.training.classical;

import org.emotone.features.FeatureMatrix;

/**
 * The log-likelihood of a Gaussian with independent coefficients for each class, plus the logarithm
 * of the class' share.
 *
 * @param mean {@code [classes][coefficients]}
 * @param variance {@code [classes][coefficients]}
 * @param prior logarithm of the share of each class
 */
record GaussianModel(double[][] mean, double[][] variance, double[] prior)
    implements ClassicalModel {

  @Override
  public int coefficients() {
    return mean[0].length;
  }

  @Override
  public int classes() {
    return prior.length;
  }

  @Override
  public long parameters() {
    return (long) classes() * (2L * coefficients() + 1);
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    float[] row = Samples.row(clip);
    double[] scores = new double[classes()];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = constant(k);
      for (int c = 0; c < row.length; c++) {
        double square = (double) row[c] * row[c];
        double factor = 1 / variance[k][c];
        scores[k] += -0.5 * factor * square + factor * mean[k][c] * row[c];
      }
    }
    return scores;
  }

  /** What does not depend on the clip. */
  private double constant(int k) {
    double sum = prior[k];
    for (int c = 0; c < coefficients(); c++) {
      double log = Math.log(2 * Math.PI * variance[k][c]);
      sum -= 0.5 * (log + mean[k][c] * mean[k][c] / variance[k][c]);
    }
    return sum;
  }

  @Override
  public String write(ScoreGraph graph) {
    int width = coefficients();
    double[][] squares = new double[width][classes()];
    double[][] plain = new double[width][classes()];
    double[] constants = new double[classes()];
    for (int k = 0; k < classes(); k++) {
      constants[k] = constant(k);
      for (int c = 0; c < width; c++) {
        squares[c][k] = -0.5 / variance[k][c];
        plain[c][k] = mean[k][c] / variance[k][c];
      }
    }
    String rows = graph.rows();
    String curved =
        graph.node(
            "MatMul", graph.node("Mul", rows, rows), graph.constant(squares, width, classes()));
    String straight = graph.node("MatMul", rows, graph.constant(plain, width, classes()));
    String both = graph.node("Add", curved, straight);
    return graph.node("Add", both, graph.constant(constants));
  }
}
