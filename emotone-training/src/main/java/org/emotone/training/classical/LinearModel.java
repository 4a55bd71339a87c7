package org.emotone.training.classical;

import org.emotone.features.FeatureMatrix;

/**
 * A weighted sum for each class.
 *
 * @param weights {@code [classes][coefficients]}
 * @param bias of each class
 */
record LinearModel(double[][] weights, double[] bias) implements ClassicalModel {

  @Override
  public int coefficients() {
    return weights[0].length;
  }

  @Override
  public int classes() {
    return bias.length;
  }

  @Override
  public long parameters() {
    return (long) bias.length * (coefficients() + 1);
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    float[] row = Samples.row(clip);
    double[] scores = bias.clone();
    for (int k = 0; k < scores.length; k++) {
      for (int c = 0; c < row.length; c++) {
        scores[k] += weights[k][c] * row[c];
      }
    }
    return scores;
  }

  @Override
  public String write(ScoreGraph graph) {
    String matrix = graph.constant(weights, classes(), coefficients());
    String turned = graph.node("Transpose", matrix);
    return graph.node("Add", graph.node("MatMul", graph.rows(), turned), graph.constant(bias));
  }
}
