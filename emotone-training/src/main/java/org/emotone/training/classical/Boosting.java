package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Fits {@link GradientBoosting}. */
final class Boosting {

  private final GradientBoosting options;
  private final Samples samples;
  private final float[][] rows;
  private final Columns columns;
  private final Random random;
  private final TreeGrowth.Shape shape;

  Boosting(GradientBoosting options, Samples samples, long seed) {
    this.options = options;
    this.samples = samples;
    this.rows = samples.rows();
    this.columns = Columns.of(rows);
    this.random = new Random(seed);
    this.shape =
        new TreeGrowth.Shape(
            options.depth(), 1, Forest.columns(options.columns(), samples.coefficients()), false);
  }

  TreeModel fit() {
    double[] bias = Moments.logShares(samples);
    double[][] scores = new double[rows.length][];
    Arrays.setAll(scores, i -> bias.clone());
    int[] counts = samples.counts();
    int[] present = IntStream.range(0, bias.length).filter(k -> counts[k] > 0).toArray();
    List<Tree> trees = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      double[][] probabilities = Arrays.stream(scores).map(Softmax::of).toArray(double[][]::new);
      double[] weights = drawn();
      long[] seeds = random.longs(present.length).toArray();
      List<Tree> grown =
          IntStream.range(0, present.length)
              .parallel()
              .mapToObj(i -> tree(present[i], present.length, probabilities, weights, seeds[i]))
              .toList();
      for (Tree tree : grown) {
        for (int i = 0; i < rows.length; i++) {
          double[] step = tree.of(rows[i]);
          for (int k = 0; k < step.length; k++) {
            scores[i][k] += step[k];
          }
        }
      }
      trees.addAll(grown);
    }
    return new TreeModel(trees, columns.width(), bias, false);
  }

  /** Weights of 1 for the clips that a round learns from, at least one of them. */
  private double[] drawn() {
    double[] weights = new double[rows.length];
    int left = Math.max(1, (int) Math.round(options.clips() * rows.length));
    for (int i = 0; i < rows.length; i++) {
      if (random.nextInt(rows.length - i) < left) {
        weights[i] = 1;
        left--;
      }
    }
    return weights;
  }

  /** A tree on the residuals of a class, whose leaves take one step of Newton's. */
  private Tree tree(int k, int present, double[][] probabilities, double[] weights, long seed) {
    double[][] residuals = new double[rows.length][1];
    for (int i = 0; i < rows.length; i++) {
      residuals[i][0] = (samples.labels()[i] == k ? 1 : 0) - probabilities[i][k];
    }
    Tree tree = TreeGrowth.grow(columns, residuals, weights, shape, seed);
    double[] slope = new double[tree.size()];
    double[] curve = new double[tree.size()];
    for (int i = 0; i < rows.length; i++) {
      if (weights[i] > 0) {
        int leaf = tree.leaf(rows[i]);
        double residual = residuals[i][0];
        slope[leaf] += residual;
        curve[leaf] += Math.abs(residual) * (1 - Math.abs(residual));
      }
    }
    double[][] values = new double[tree.size()][];
    for (int node = 0; node < values.length; node++) {
      values[node] = new double[samples.classes()];
      double newton =
          (present - 1.0) / Math.max(1, present) * slope[node] / Math.max(1e-9, curve[node]);
      values[node][k] = options.learningRate() * Math.max(-4, Math.min(4, newton));
    }
    return tree.withValues(values);
  }
}
