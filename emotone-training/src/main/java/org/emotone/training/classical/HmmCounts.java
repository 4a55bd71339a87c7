package org.emotone.training.classical;

import java.util.Arrays;
import org.emotone.features.FeatureMatrix;

/**
 * What a model expects of clips: how often it is in each state, takes each step and emits by each
 * Gaussian (Rabiner, 1989, equations 27, 37 and 52 to 54).
 */
final class HmmCounts {

  /** Counts are never below this, so that no chance becomes 0 by rounding. */
  private static final double LEAST = 1e-10;

  private final HiddenMarkov model;
  private final double[] start;
  private final double[][] steps;
  private final double[] weight;
  private final double[][] sum;
  private final double[][] squares;

  HmmCounts(HiddenMarkov model) {
    int gaussians = model.mean().length;
    int width = model.mean()[0].length;
    this.model = model;
    this.start = new double[model.states()];
    this.steps = new double[model.states()][model.states()];
    this.weight = new double[gaussians];
    this.sum = new double[gaussians][width];
    this.squares = new double[gaussians][width];
  }

  /** Counts a clip. */
  void add(FeatureMatrix clip) {
    double[][] emissions = model.emissions(clip.values(), clip.frames());
    double[][] forward = model.forward(emissions);
    double[][] backward = model.backward(emissions);
    double whole = HiddenMarkov.logSum(forward[forward.length - 1]);
    for (int frame = 0; frame < forward.length; frame++) {
      for (int state = 0; state < model.states(); state++) {
        double chance = Math.exp(forward[frame][state] + backward[frame][state] - whole);
        if (frame == 0) {
          start[state] += chance;
        }
        emit(clip, frame, state, chance, emissions[frame][state]);
        if (frame + 1 < forward.length) {
          step(state, forward[frame][state] - whole, emissions[frame + 1], backward[frame + 1]);
        }
      }
    }
  }

  private void step(int from, double before, double[] emissions, double[] backward) {
    for (int to = 0; to < steps.length; to++) {
      steps[from][to] += Math.exp(before + model.steps()[from][to] + emissions[to] + backward[to]);
    }
  }

  private void emit(FeatureMatrix clip, int frame, int state, double chance, double emission) {
    if (chance < LEAST) {
      return;
    }
    int from = frame * clip.coefficients();
    for (int m = 0; m < model.mixtures(); m++) {
      int row = state * model.mixtures() + m;
      double part = chance * Math.exp(model.component(state, m, clip.values(), from) - emission);
      weight[row] += part;
      for (int c = 0; c < clip.coefficients(); c++) {
        double value = clip.values()[from + c];
        sum[row][c] += part * value;
        squares[row][c] += part * value * value;
      }
    }
  }

  /** The model that makes what was counted most likely. */
  HiddenMarkov model(double[] floor) {
    int mixtures = model.mixtures();
    double[][] shares = new double[model.states()][];
    for (int state = 0; state < shares.length; state++) {
      shares[state] =
          logShares(
              Arrays.copyOfRange(weight, state * mixtures, (state + 1) * mixtures),
              model.shares()[state]);
    }
    double[][] mean = new double[weight.length][];
    double[][] variance = new double[weight.length][];
    for (int row = 0; row < weight.length; row++) {
      boolean seen = weight[row] > 1e-3;
      mean[row] = seen ? mean(row) : model.mean()[row];
      variance[row] = seen ? variance(row, mean[row], floor) : model.variance()[row];
    }
    double[][] chances = new double[steps.length][];
    Arrays.setAll(chances, from -> logShares(steps[from], model.steps()[from]));
    return new HiddenMarkov(logShares(start, model.start()), chances, shares, mean, variance);
  }

  private double[] mean(int row) {
    return Arrays.stream(sum[row]).map(value -> value / weight[row]).toArray();
  }

  private double[] variance(int row, double[] mean, double[] floor) {
    double[] variance = new double[mean.length];
    for (int c = 0; c < mean.length; c++) {
      variance[c] = Math.max(floor[c], squares[row][c] / weight[row] - mean[c] * mean[c]);
    }
    return variance;
  }

  /** Counts as logarithms of shares; what was impossible stays so, the old ones if none counts. */
  private static double[] logShares(double[] counts, double[] old) {
    double total = Arrays.stream(counts).sum();
    if (total <= LEAST) {
      return old;
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] =
          old[i] <= HiddenMarkov.IMPOSSIBLE
              ? HiddenMarkov.IMPOSSIBLE
              : Math.log(Math.max(LEAST, counts[i] / total));
    }
    return shares;
  }
}
