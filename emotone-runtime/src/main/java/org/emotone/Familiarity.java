package org.emotone;

import java.util.Arrays;

/**
 * How far a clip lies from those that a model was trained on: the Mahalanobis distance of its
 * {@link FeatureSummary}, scaled, in a Gaussian whose covariance is free along its strongest
 * directions and the same along all others (probabilistic principal components: Tipping and Bishop,
 * 1999, equation 7). Safe for use by several threads.
 */
public final class Familiarity {

  private final Guard guard;
  private final float[] numbers;

  /** Measures with a guard. */
  public Familiarity(Guard guard) {
    this.guard = guard;
    numbers = guard.numbers();
  }

  /**
   * How strange a clip is: its distance over the guard's threshold, 0 at the centre, more than 1
   * for what is unlike anything the model was trained on.
   *
   * @param summary {@link FeatureSummary#of} of its features
   * @throws IllegalArgumentException if it has another length than the guard's
   */
  public double strangeness(float[] summary) {
    int size = guard.dimensions();
    if (summary.length != size) {
      throw new IllegalArgumentException(
          "the guard is for summaries of " + size + " numbers, this has " + summary.length);
    }
    double[] from = new double[size];
    for (int i = 0; i < size; i++) {
      from[i] = (summary[i] - numbers[i]) / numbers[size + i];
    }
    double rest = Arrays.stream(from).map(value -> value * value).sum();
    double sum = 0;
    for (int direction = 0; direction < guard.directions(); direction++) {
      int start = 2 * size + guard.directions() + 1 + direction * size;
      double along = 0;
      for (int i = 0; i < size; i++) {
        along += from[i] * numbers[start + i];
      }
      sum += along * along / numbers[2 * size + direction];
      rest -= along * along;
    }
    sum += Math.max(0, rest) / numbers[2 * size + guard.directions()];
    return Math.sqrt(sum) / guard.threshold();
  }
}
