package org.emotone.training.classical;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Grows trees that make the targets of the clips in a node alike (Breiman et al., 1984). Of targets
 * that are 1 for a clip's class and 0 for the others, the squared error is Gini's impurity.
 */
final class TreeGrowth {

  /**
   * How trees are grown.
   *
   * @param depth most comparisons from the root to a leaf
   * @param leafClips fewest clips at a leaf
   * @param columns how many coefficients are looked at for each comparison, drawn anew each time
   * @param randomCuts whether one threshold is drawn for each instead of the best being sought
   *     (extremely randomised trees: Geurts et al., 2006)
   */
  record Shape(int depth, int leafClips, int columns, boolean randomCuts) {}

  private record Cut(int column, float threshold, double gain) {}

  private static final Cut NONE = new Cut(-1, 0, 1e-9);

  private final Columns columns;
  private final double[][] targets;
  private final double[] weights;
  private final Shape shape;
  private final Random random;

  /** Which clips are in the node that is being split. */
  private final boolean[] inside;

  private final int[] drawn;

  private TreeGrowth(
      Columns columns, double[][] targets, double[] weights, Shape shape, long seed) {
    this.columns = columns;
    this.targets = targets;
    this.weights = weights;
    this.shape = shape;
    this.random = new Random(seed);
    this.inside = new boolean[columns.size()];
    this.drawn = IntStream.range(0, columns.width()).toArray();
  }

  /**
   * Grows a tree; the values of its leaves are the weighted means of the targets.
   *
   * @param targets {@code [clips][outputs]}
   * @param weights of each clip; one of 0 is left out
   */
  static Tree grow(Columns columns, double[][] targets, double[] weights, Shape shape, long seed) {
    TreeGrowth growth = new TreeGrowth(columns, targets, weights, shape, seed);
    Tree.Builder tree = new Tree.Builder();
    int[] all = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
    growth.grow(tree, all, 0);
    return tree.build();
  }

  private int grow(Tree.Builder tree, int[] clips, int depth) {
    int node = tree.leaf(mean(clips));
    if (depth >= shape.depth() || clips.length < 2 * shape.leafClips() || alike(clips)) {
      return node;
    }
    Cut cut = best(clips);
    if (cut.column() < 0) {
      return node;
    }
    float[] values = columns.values()[cut.column()];
    int[] left = Arrays.stream(clips).filter(i -> values[i] <= cut.threshold()).toArray();
    int[] right = Arrays.stream(clips).filter(i -> values[i] > cut.threshold()).toArray();
    int onLeft = grow(tree, left, depth + 1);
    int onRight = grow(tree, right, depth + 1);
    tree.split(node, cut.column(), cut.threshold(), onLeft, onRight);
    return node;
  }

  private boolean alike(int[] clips) {
    double[] first = targets[clips[0]];
    return Arrays.stream(clips).allMatch(i -> Arrays.equals(targets[i], first));
  }

  private double[] mean(int[] clips) {
    double[] sum = sum(clips);
    double weight = Arrays.stream(clips).mapToDouble(i -> weights[i]).sum();
    return Arrays.stream(sum).map(value -> value / weight).toArray();
  }

  private double[] sum(int[] clips) {
    double[] sum = new double[targets[0].length];
    for (int i : clips) {
      add(sum, i, 1);
    }
    return sum;
  }

  private void add(double[] sum, int clip, double sign) {
    double weight = sign * weights[clip];
    double[] target = targets[clip];
    for (int k = 0; k < sum.length; k++) {
      sum[k] += weight * target[k];
    }
  }

  /** The best cut of the columns that are drawn; if all of those are constant, of further ones. */
  private Cut best(int[] clips) {
    for (int i : clips) {
      inside[i] = true;
    }
    double[] whole = sum(clips);
    double weight = Arrays.stream(clips).mapToDouble(i -> weights[i]).sum();
    Cut best = NONE;
    for (int i = 0; i < drawn.length && (i < shape.columns() || best.column() < 0); i++) {
      int place = shape.columns() < drawn.length ? i + random.nextInt(drawn.length - i) : i;
      int column = drawn[place];
      drawn[place] = drawn[i];
      drawn[i] = column;
      Cut cut =
          shape.randomCuts()
              ? drawnCut(column, clips, whole, weight)
              : bestCut(column, clips, whole, weight);
      best = cut.gain() > best.gain() ? cut : best;
    }
    for (int i : clips) {
      inside[i] = false;
    }
    return best;
  }

  /** How much less squared error the two sides have than the whole, up to a constant. */
  private static double gain(double[] left, double leftWeight, double[] whole, double weight) {
    double gain = 0;
    for (int k = 0; k < left.length; k++) {
      double right = whole[k] - left[k];
      gain +=
          left[k] * left[k] / leftWeight
              + right * right / (weight - leftWeight)
              - whole[k] * whole[k] / weight;
    }
    return gain;
  }

  private Cut bestCut(int column, int[] clips, double[] whole, double weight) {
    float[] values = columns.values()[column];
    double[] left = new double[whole.length];
    double leftWeight = 0;
    int seen = 0;
    int before = -1;
    Cut best = NONE;
    for (int clip : columns.order()[column]) {
      if (!inside[clip]) {
        continue;
      }
      boolean enough = seen >= shape.leafClips() && clips.length - seen >= shape.leafClips();
      if (enough && values[before] < values[clip]) {
        double gain = gain(left, leftWeight, whole, weight);
        if (gain > best.gain()) {
          best = new Cut(column, between(values[before], values[clip]), gain);
        }
      }
      add(left, clip, 1);
      leftWeight += weights[clip];
      seen++;
      before = clip;
    }
    return best;
  }

  /** A number from the lower value on and below the upper one, in the middle if there is any. */
  private static float between(float lower, float upper) {
    float middle = (float) ((double) lower / 2 + (double) upper / 2);
    return middle < upper && middle >= lower ? middle : lower;
  }

  private Cut drawnCut(int column, int[] clips, double[] whole, double weight) {
    float[] values = columns.values()[column];
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int clip : clips) {
      least = Math.min(least, values[clip]);
      most = Math.max(most, values[clip]);
    }
    if (least >= most) {
      return NONE;
    }
    float drawnAt = (float) (least + random.nextDouble() * ((double) most - least));
    float threshold = drawnAt < most ? drawnAt : least;
    double[] left = new double[whole.length];
    double leftWeight = 0;
    int seen = 0;
    for (int clip : clips) {
      if (values[clip] <= threshold) {
        add(left, clip, 1);
        leftWeight += weights[clip];
        seen++;
      }
    }
    if (Math.min(seen, clips.length - seen) < shape.leafClips()) {
      return NONE;
    }
    return new Cut(column, threshold, gain(left, leftWeight, whole, weight));
  }
}
