package org.emotone.training.classical;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trees whose answers are averaged. */
final class Forest {

  private static final int MOST_DEPTH = 100;

  private Forest() {}

  /** How many coefficients a comparison looks at: a share of them, or the root of their number. */
  static int columns(double share, int coefficients) {
    double wanted = share == 0 ? Math.sqrt(coefficients) : share * coefficients;
    return Math.max(1, Math.min(coefficients, (int) Math.round(wanted)));
  }

  /** Deep trees that look at a share of the coefficients. */
  static TreeGrowth.Shape shape(double share, int leafClips, int coefficients, boolean drawnCuts) {
    return new TreeGrowth.Shape(MOST_DEPTH, leafClips, columns(share, coefficients), drawnCuts);
  }

  /**
   * Grows trees on all cores; the result depends on the seed alone.
   *
   * @param resample whether each tree learns from clips that are drawn with replacement
   */
  static TreeModel grow(
      Columns columns,
      Samples samples,
      TreeGrowth.Shape shape,
      int count,
      boolean resample,
      long seed) {
    double[][] targets = OneHot.of(samples);
    long[] seeds = new Random(seed).longs(count).toArray();
    List<Tree> trees =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(
                i -> {
                  double[] weights = weights(samples.size(), resample, seeds[i]);
                  Tree tree = TreeGrowth.grow(columns, targets, weights, shape, seeds[i]);
                  return scaled(tree, 1.0 / count);
                })
            .toList();
    return new TreeModel(trees, columns.width(), new double[samples.classes()], true);
  }

  private static double[] weights(int size, boolean resample, long seed) {
    double[] weights = new double[size];
    if (!resample) {
      Arrays.fill(weights, 1);
      return weights;
    }
    new Random(seed).ints(size, 0, size).forEach(i -> weights[i]++);
    return weights;
  }

  /** The same tree with all it says times a factor. */
  static Tree scaled(Tree tree, double factor) {
    return tree.withValues(
        Arrays.stream(tree.values())
            .map(values -> Arrays.stream(values).map(value -> factor * value).toArray())
            .toArray(double[][]::new));
  }
}
