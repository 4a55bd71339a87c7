package org.emotone.training.classical;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;

/**
 * The classes of the nearest clips that were learned from. A share of a vote is given to every
 * class, so that none is held impossible.
 *
 * @param rows that were learned from, {@code [clips][coefficients]}
 * @param votes of each, {@code [clips][classes]}: 1 for its class
 * @param k how many neighbours vote
 */
record NeighbourModel(float[][] rows, double[][] votes, int k) implements ClassicalModel {

  private static final double SMOOTHING = 0.1;

  @Override
  public int coefficients() {
    return rows[0].length;
  }

  @Override
  public int classes() {
    return votes[0].length;
  }

  @Override
  public long parameters() {
    return (long) rows.length * (coefficients() + 1);
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    float[] row = Samples.row(clip);
    double own = Kernel.product(row, row);
    double[] distances =
        Arrays.stream(rows)
            .mapToDouble(
                other ->
                    Math.max(
                        0, own + Kernel.product(other, other) - 2 * Kernel.product(other, row)))
            .toArray();
    double[] scores = new double[classes()];
    IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distances[i]))
        .limit(k)
        .forEach(i -> add(scores, votes[i]));
    return Arrays.stream(scores).map(votes -> Math.log(votes + SMOOTHING)).toArray();
  }

  private static void add(double[] sum, double[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  @Override
  public String write(ScoreGraph graph) {
    String matrix = graph.constant(rows);
    String product = graph.node("MatMul", graph.rows(), graph.node("Transpose", matrix));
    String distances = Kernel.squaredDistances(graph, graph.rows(), product, rows);
    String nearest =
        graph
            .nodes(
                "TopK",
                "",
                Map.of("axis", 1L, "largest", 0L, "sorted", 1L),
                List.of(distances, graph.constant((long) k)),
                2)
            .get(1);
    String table = graph.constant(votes, votes.length, classes());
    String each = graph.node("Gather", Map.of("axis", 0L), List.of(table, nearest));
    String sum = graph.node("ReduceSum", Map.of("keepdims", 0L), List.of(each, graph.constant(1L)));
    return graph.node("Log", graph.node("Add", sum, graph.scalar(SMOOTHING)));
  }
}
