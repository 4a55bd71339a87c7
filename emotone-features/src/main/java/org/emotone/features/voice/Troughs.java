package org.emotone.features.voice;

import java.util.Arrays;

/**
 * The probability of each period of a frame, over a distribution of YIN's threshold (Mauch and
 * Dixon 2014, equations 4 to 6, with the prior over troughs of their software).
 *
 * <p>It has buffers of its own: one for each thread.
 */
final class Troughs {

  private static final int THRESHOLDS = 100;
  private static final double BOLTZMANN = 2;
  private static final double[] PRIOR = prior();

  private final double noTroughProbability;
  private double[] probabilities = new double[0];

  Troughs(double noTroughProbability) {
    this.noTroughProbability = noTroughProbability;
  }

  /** The mass of Beta(2, 18) between one threshold and the next. */
  private static double[] prior() {
    double[] mass = new double[THRESHOLDS];
    for (int i = 0; i < THRESHOLDS; i++) {
      mass[i] = cumulative((double) (i + 1) / THRESHOLDS) - cumulative((double) i / THRESHOLDS);
    }
    return mass;
  }

  /** The cumulative distribution of Beta(2, 18): 1 − (1 − x)¹⁹ − 19 x (1 − x)¹⁸. */
  private static double cumulative(double x) {
    return 1 - Math.pow(1 - x, 19) - 19 * x * Math.pow(1 - x, 18);
  }

  /** One probability for each period of the function; overwritten by the next call. */
  double[] probabilities(DifferenceFunction difference) {
    if (probabilities.length != difference.size()) {
      probabilities = new double[difference.size()];
    }
    Arrays.fill(probabilities, 0);
    int[] troughs = find(difference);
    if (troughs.length == 0) {
      return probabilities;
    }
    int deepest = troughs[0];
    for (int trough : troughs) {
      deepest = difference.value(trough) < difference.value(deepest) ? trough : deepest;
    }
    for (int i = 0; i < THRESHOLDS; i++) {
      share(difference, troughs, (double) (i + 1) / THRESHOLDS, PRIOR[i], deepest);
    }
    return probabilities;
  }

  private static int[] find(DifferenceFunction difference) {
    int[] troughs = new int[difference.size()];
    int count = 0;
    for (int i = 0; i < difference.size(); i++) {
      if (difference.isTrough(i)) {
        troughs[count++] = i;
      }
    }
    return Arrays.copyOf(troughs, count);
  }

  /** Shares the mass of one threshold among the troughs below it, short periods first. */
  private void share(
      DifferenceFunction difference, int[] troughs, double threshold, double mass, int deepest) {
    int below = 0;
    for (int trough : troughs) {
      below += difference.value(trough) < threshold ? 1 : 0;
    }
    if (below == 0) {
      probabilities[deepest] += noTroughProbability * mass;
      return;
    }
    double scale = (1 - Math.exp(-BOLTZMANN)) / (1 - Math.exp(-BOLTZMANN * below));
    int position = 0;
    for (int trough : troughs) {
      if (difference.value(trough) < threshold) {
        probabilities[trough] += mass * scale * Math.exp(-BOLTZMANN * position++);
      }
    }
  }
}
