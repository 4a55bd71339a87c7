package org.emotone;

import java.util.Arrays;

/**
 * How far an embedding lies from those that a model was trained on: the Mahalanobis distance of the
 * embedding, brought to length one and scaled, in a Gaussian whose covariance is free along its
 * strongest directions and the same along all others (probabilistic principal components: Tipping
 * and Bishop, 1999, equation 7). Safe for use by several threads.
 *
 * <p>One Gaussian for all classes: with one for each class, as Lee and others (2018) have it, what
 * is not speech was told apart no better (docs/robustness.md).
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
   * How strange an embedding is: its distance over the guard's threshold, 0 at the centre, more
   * than 1 for what is unlike anything the model was trained on.
   *
   * @throws IllegalArgumentException if it has another length than the guard's embeddings
   */
  public double strangeness(float[] embedding) {
    int size = guard.dimensions();
    if (embedding.length != size) {
      throw new IllegalArgumentException(
          "the guard is for embeddings of " + size + " numbers, this has " + embedding.length);
    }
    double[] from = centred(embedding);
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

  private double[] centred(float[] embedding) {
    float[] unit = unit(embedding);
    double[] centred = new double[unit.length];
    for (int i = 0; i < unit.length; i++) {
      centred[i] = (unit[i] - numbers[i]) / numbers[unit.length + i];
    }
    return centred;
  }

  /** An embedding at length one, so that loudness and sureness do not count; zeros stay zeros. */
  public static float[] unit(float[] embedding) {
    double power = 0;
    for (float value : embedding) {
      power += (double) value * value;
    }
    float[] unit = embedding.clone();
    for (int i = 0; i < unit.length && power > 0; i++) {
      unit[i] = (float) (unit[i] / Math.sqrt(power));
    }
    return unit;
  }
}
