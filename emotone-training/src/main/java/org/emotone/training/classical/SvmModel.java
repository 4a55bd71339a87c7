package org.emotone.training.classical;

import java.util.List;
import java.util.Map;
import org.emotone.features.FeatureMatrix;

/**
 * Support vectors of every pair of classes. A pair's decision, clipped to −1 … 1 (outside its
 * margin it is sure), is given to one class and taken from the other; a class' score is the sum.
 *
 * @param kernel of the vectors with a clip
 * @param vectors {@code [vectors][coefficients]}; of a linear kernel one direction for each pair
 * @param parts what each vector adds to the decision of each pair, {@code [pairs][vectors]}
 * @param bias of each pair
 * @param sides {@code [pairs][classes]}: 1 for the class that a positive decision is for, −1 for
 *     the other, 0 for the rest
 * @param offset added to the score of each class: {@link #NEVER} for those that no clip had
 */
record SvmModel(
    Kernel kernel,
    float[][] vectors,
    double[][] parts,
    double[] bias,
    double[][] sides,
    double[] offset)
    implements ClassicalModel {

  @Override
  public int coefficients() {
    return vectors[0].length;
  }

  @Override
  public int classes() {
    return offset.length;
  }

  @Override
  public long parameters() {
    boolean linear = kernel.type() == Kernel.Type.LINEAR;
    return bias.length
        + (long) vectors.length * coefficients()
        + (linear ? 0 : (long) vectors.length * bias.length);
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    float[] row = Samples.row(clip);
    double[] values = new double[vectors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = kernel.of(vectors[i], row);
    }
    double[] scores = offset.clone();
    for (int pair = 0; pair < bias.length; pair++) {
      double decision = bias[pair];
      for (int i = 0; i < values.length; i++) {
        decision += parts[pair][i] * values[i];
      }
      double sure = Math.max(-1, Math.min(1, decision));
      for (int k = 0; k < scores.length; k++) {
        scores[k] += sides[pair][k] * sure;
      }
    }
    return scores;
  }

  @Override
  public String write(ScoreGraph graph) {
    String values = kernel.write(graph, graph.rows(), vectors);
    String weights = graph.node("Transpose", graph.constant(parts, bias.length, vectors.length));
    String decisions =
        graph.node("Add", graph.node("MatMul", values, weights), graph.constant(bias));
    String sure =
        graph.node("Clip", Map.of(), List.of(decisions, graph.scalar(-1), graph.scalar(1)));
    String votes = graph.node("MatMul", sure, graph.constant(sides, bias.length, classes()));
    return graph.node("Add", votes, graph.constant(offset));
  }
}
