package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * AdaBoost of trees for several classes (SAMME: Zhu et al., 2009): each tree learns most from what
 * those before got wrong.
 *
 * @param rounds most trees, 1 to 10 000; 100 when left out
 * @param depth most comparisons of a tree, 1 to 20; 3 when left out
 * @param columns share of the coefficients that a comparison looks at, above 0 to 1; 0, which it is
 *     when left out, for as many as the root of their number
 */
@JsonPropertyOrder({"rounds", "depth", "columns"})
public record AdaBoost(int rounds, int depth, double columns) implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static AdaBoost of(
      @JsonProperty("rounds") @Nullable Integer rounds,
      @JsonProperty("depth") @Nullable Integer depth,
      @JsonProperty("columns") @Nullable Double columns) {
    return new AdaBoost(
        Parameters.whole("rounds", rounds, 100, 1, 10_000),
        Parameters.whole("depth", depth, 3, 1, 20),
        Parameters.real("columns", columns, 0, 0, 1));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(new Candidate(rounds + " rounds", () -> fit(samples, seed)));
  }

  private ClassicalModel fit(Samples samples, long seed) {
    float[][] rows = samples.rows();
    Columns sorted = Columns.of(rows);
    int looked = Forest.columns(columns, sorted.width());
    var shape = new TreeGrowth.Shape(depth, 1, looked, false);
    double[][] targets = OneHot.of(samples);
    double[] weights = new double[rows.length];
    Arrays.fill(weights, 1.0 / rows.length);
    long[] seeds = new Random(seed).longs(rounds).toArray();
    List<Tree> trees = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Tree tree = votes(TreeGrowth.grow(sorted, targets, weights, shape, seeds[round]));
      double vote = reweigh(tree, rows, samples, weights);
      if (vote > 0) {
        trees.add(Forest.scaled(tree, vote));
      }
      if (vote == MOST) {
        break;
      }
    }
    if (trees.isEmpty()) {
      return new Dummy().candidates(samples, seed).get(0).fit().get();
    }
    return new TreeModel(trees, sorted.width(), Absent.offsets(samples), false);
  }

  /** The vote of a tree that makes no error. */
  private static final double MOST = 10;

  /** A tree whose leaves give 1 to the class that they hold most probable. */
  private static Tree votes(Tree tree) {
    double[][] votes = new double[tree.size()][];
    for (int node = 0; node < votes.length; node++) {
      double[] shares = tree.values()[node];
      votes[node] = new double[shares.length];
      int best = 0;
      for (int k = 1; k < shares.length; k++) {
        best = shares[k] > shares[best] ? k : best;
      }
      if (shares.length > 0) {
        votes[node][best] = 1;
      }
    }
    return tree.withValues(votes);
  }

  /** Weighs what the tree gets wrong more; returns its vote, 0 if it is no better than chance. */
  private static double reweigh(Tree tree, float[][] rows, Samples samples, double[] weights) {
    boolean[] right = new boolean[rows.length];
    double error = 0;
    for (int i = 0; i < rows.length; i++) {
      right[i] = tree.of(rows[i])[samples.labels()[i]] == 1;
      error += right[i] ? 0 : weights[i];
    }
    if (error <= 0) {
      return MOST;
    }
    double present = Arrays.stream(samples.counts()).filter(count -> count > 0).count();
    double vote = Math.log((1 - error) / error) + Math.log(Math.max(1, present - 1));
    if (vote <= 0) {
      return 0;
    }
    for (int i = 0; i < rows.length; i++) {
      weights[i] *= right[i] ? 1 : Math.exp(vote);
    }
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, i -> weights[i] / sum);
    return Math.min(MOST, vote);
  }
}
