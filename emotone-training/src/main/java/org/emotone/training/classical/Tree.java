package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A binary tree of comparisons, node by node; the root is node 0.
 *
 * @param column which coefficient a node looks at; −1 of a leaf
 * @param threshold a clip whose value is at most this goes left
 * @param left the node that follows on the left
 * @param right the node that follows on the right
 * @param values what a leaf says, {@code [nodes][outputs]}; empty of other nodes
 */
record Tree(int[] column, float[] threshold, int[] left, int[] right, double[][] values) {

  /** Number of nodes. */
  int size() {
    return column.length;
  }

  /** The leaf that a row comes to. */
  int leaf(float[] row) {
    int node = 0;
    while (column[node] >= 0) {
      node = row[column[node]] <= threshold[node] ? left[node] : right[node];
    }
    return node;
  }

  /** What the leaf says that a row comes to. */
  double[] of(float[] row) {
    return values[leaf(row)];
  }

  /** The same tree with other values at its leaves. */
  Tree withValues(double[][] others) {
    return new Tree(column, threshold, left, right, others);
  }

  /** A tree in the making. */
  static final class Builder {

    private final List<int[]> links = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    /** A leaf, for now; returns its number. */
    int leaf(double[] value) {
      links.add(new int[] {-1, 0, 0});
      thresholds.add(0f);
      values.add(value);
      return links.size() - 1;
    }

    /** Makes a leaf a comparison. */
    void split(int node, int column, float threshold, int left, int right) {
      links.set(node, new int[] {column, left, right});
      thresholds.set(node, threshold);
      values.set(node, new double[0]);
    }

    Tree build() {
      float[] cuts = new float[thresholds.size()];
      for (int i = 0; i < cuts.length; i++) {
        cuts[i] = thresholds.get(i);
      }
      return new Tree(part(0), cuts, part(1), part(2), values.toArray(double[][]::new));
    }

    private int[] part(int which) {
      return links.stream().mapToInt(link -> link[which]).toArray();
    }
  }

  @Override
  public String toString() {
    return "Tree of " + size() + " nodes on columns " + Arrays.toString(column);
  }
}
