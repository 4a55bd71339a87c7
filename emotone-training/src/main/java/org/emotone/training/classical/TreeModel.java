package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotone.features.FeatureMatrix;

/**
 * The sum of what several trees say, in the operator for trees of ONNX' machine learning part.
 *
 * @param trees at least one; each has a value for each class at its leaves
 * @param coefficients number of values of a frame
 * @param bias added to the sum
 * @param shares whether the sum is of shares, whose logarithms are the scores; else the sum is
 */
record TreeModel(List<Tree> trees, int coefficients, double[] bias, boolean shares)
    implements ClassicalModel {

  /** Copies the list. */
  TreeModel {
    trees = List.copyOf(trees);
  }

  @Override
  public int classes() {
    return bias.length;
  }

  @Override
  public long parameters() {
    long leaves = trees.stream().mapToLong(tree -> (tree.size() + 1) / 2).sum();
    long splits = trees.stream().mapToLong(tree -> tree.size() / 2).sum();
    return 2 * splits + leaves * classes();
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    float[] row = Samples.row(clip);
    double[] sum = bias.clone();
    for (Tree tree : trees) {
      double[] values = tree.of(row);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += values[k];
      }
    }
    return shares ? Softmax.logarithms(sum) : sum;
  }

  @Override
  public String write(ScoreGraph graph) {
    String sum =
        graph.toDouble(
            graph.learned("TreeEnsembleRegressor", attributes(), graph.toFloat(graph.rows())));
    String moved = graph.node("Add", sum, graph.constant(bias));
    return shares ? Softmax.logarithms(graph, moved) : moved;
  }

  /** The trees in the form of the operator: all nodes of all trees one after the other. */
  private Map<String, Object> attributes() {
    Lists nodes = new Lists();
    Lists leaves = new Lists();
    List<String> modes = new ArrayList<>();
    for (int t = 0; t < trees.size(); t++) {
      Tree tree = trees.get(t);
      for (int node = 0; node < tree.size(); node++) {
        boolean leaf = tree.column()[node] < 0;
        modes.add(leaf ? "LEAF" : "BRANCH_LEQ");
        nodes.add(t, node, Math.max(0, tree.column()[node]), tree.left()[node], tree.right()[node]);
        nodes.value(tree.threshold()[node]);
        for (int k = 0; leaf && k < classes(); k++) {
          if (tree.values()[node][k] != 0) {
            leaves.add(t, node, k, 0, 0);
            leaves.value((float) tree.values()[node][k]);
          }
        }
      }
    }
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("n_targets", (long) classes());
    attributes.put("nodes_treeids", nodes.column(0));
    attributes.put("nodes_nodeids", nodes.column(1));
    attributes.put("nodes_featureids", nodes.column(2));
    attributes.put("nodes_truenodeids", nodes.column(3));
    attributes.put("nodes_falsenodeids", nodes.column(4));
    attributes.put("nodes_values", nodes.values());
    attributes.put("nodes_modes", modes.toArray(String[]::new));
    attributes.put("target_treeids", leaves.column(0));
    attributes.put("target_nodeids", leaves.column(1));
    attributes.put("target_ids", leaves.column(2));
    attributes.put("target_weights", leaves.values());
    return attributes;
  }

  /** Columns of numbers that grow. */
  private static final class Lists {

    private final List<long[]> rows = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    void add(long... row) {
      rows.add(row);
    }

    void value(float value) {
      values.add(value);
    }

    long[] column(int which) {
      return rows.stream().mapToLong(row -> row[which]).toArray();
    }

    float[] values() {
      float[] array = new float[values.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = values.get(i);
      }
      return array;
    }
  }
}
