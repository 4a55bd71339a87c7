package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotone.features.FeatureMatrix;

/** Fits a hidden Markov model to the clips of a class by the algorithm of Baum and Welch. */
final class HmmFitting {

  private static final int MOST_ROWS = 20_000;

  private final List<FeatureMatrix> clips;
  private final int states;
  private final int mixtures;
  private final boolean leftToRight;
  private final double[] floor;
  private final Random random;

  HmmFitting(
      List<FeatureMatrix> clips,
      int states,
      int mixtures,
      boolean leftToRight,
      double[] floor,
      long seed) {
    this.clips = clips;
    this.states = states;
    this.mixtures = mixtures;
    this.leftToRight = leftToRight;
    this.floor = floor;
    this.random = new Random(seed);
  }

  /** The least variance of each coefficient: a hundredth of what all clips have. */
  static double[] floor(List<FeatureMatrix> clips) {
    int width = clips.get(0).coefficients();
    double[] sum = new double[width];
    double[] squares = new double[width];
    long count = 0;
    for (FeatureMatrix clip : clips) {
      for (int i = 0; i < clip.values().length; i++) {
        sum[i % width] += clip.values()[i];
        squares[i % width] += (double) clip.values()[i] * clip.values()[i];
      }
      count += clip.frames();
    }
    double[] floor = new double[width];
    for (int c = 0; c < width; c++) {
      double mean = sum[c] / count;
      floor[c] = Math.max(1e-6, 0.01 * (squares[c] / count - mean * mean));
    }
    return floor;
  }

  HiddenMarkov fit(int iterations) {
    HiddenMarkov model = first();
    for (int i = 0; i < iterations; i++) {
      HmmCounts counts = new HmmCounts(model);
      clips.forEach(counts::add);
      model = counts.model(floor);
    }
    return model;
  }

  /**
   * From left to right, clips are cut into equal parts, one for each state, whose frames are
   * grouped by k-means; in any order, all frames are grouped, and the groups dealt to the states.
   */
  private HiddenMarkov first() {
    double[][] mean = new double[states * mixtures][];
    double[][] variance = new double[states * mixtures][];
    int parts = leftToRight ? states : 1;
    int groups = states * mixtures / parts;
    for (int part = 0; part < parts; part++) {
      List<float[]> rows = rows(part, parts);
      float[][] centres = KMeans.cluster(rows, groups, random.nextLong()).centres();
      double[] spread = spread(rows, rows.get(0).length);
      for (int g = 0; g < groups; g++) {
        float[] centre = centres[g % centres.length];
        double[] values = new double[centre.length];
        Arrays.setAll(values, c -> centre[c]);
        mean[part * groups + g] = values;
        variance[part * groups + g] = spread.clone();
      }
    }
    double[][] shares = new double[states][mixtures];
    Arrays.stream(shares).forEach(row -> Arrays.fill(row, -Math.log(mixtures)));
    return new HiddenMarkov(start(), steps(), shares, mean, variance);
  }

  /** Frames of a part of each clip, at least one; of many, every so many. */
  private List<float[]> rows(int part, int parts) {
    List<float[]> rows = new ArrayList<>();
    int total = clips.stream().mapToInt(FeatureMatrix::frames).sum() / parts;
    int skip = Math.max(1, total / MOST_ROWS);
    for (FeatureMatrix clip : clips) {
      int from = clip.frames() * part / parts;
      int to = Math.max(from + 1, clip.frames() * (part + 1) / parts);
      for (int frame = from; frame < to; frame += skip) {
        rows.add(clip.slice(frame, 1).values());
      }
    }
    return rows;
  }

  private double[] spread(List<float[]> rows, int width) {
    double[] spread = new double[width];
    for (int c = 0; c < width; c++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows) {
        sum += row[c];
        squares += (double) row[c] * row[c];
      }
      double mean = sum / rows.size();
      spread[c] = Math.max(floor[c], squares / rows.size() - mean * mean);
    }
    return spread;
  }

  private double[] start() {
    double[] start = new double[states];
    Arrays.fill(start, leftToRight ? HiddenMarkov.IMPOSSIBLE : -Math.log(states));
    start[0] = leftToRight ? 0 : start[0];
    return start;
  }

  private double[][] steps() {
    double[][] steps = new double[states][states];
    for (int from = 0; from < states; from++) {
      Arrays.fill(steps[from], leftToRight ? HiddenMarkov.IMPOSSIBLE : -Math.log(states));
      if (leftToRight) {
        boolean last = from == states - 1;
        steps[from][from] = last ? 0 : Math.log(0.9);
        steps[from][last ? from : from + 1] = last ? 0 : Math.log(0.1);
      }
    }
    return steps;
  }
}
