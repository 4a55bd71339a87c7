package org.emotone.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;

/**
 * How much an answer rests on each cell of a model's input.
 *
 * @param label the class that is explained
 * @param probability of that class, of the whole input, 0 to 1
 * @param values {@code [frames][coefficients]}: by how much the natural logarithm of the
 *     probability falls when the cell's surroundings are taken away; positive speaks for the class,
 *     negative against it
 */
public record Relevance(String label, double probability, FeatureMatrix values) {

  /** The mean over coefficients of each frame. */
  public double[] overTime() {
    double[] means = new double[values.frames()];
    for (int frame = 0; frame < means.length; frame++) {
      for (int i = 0; i < values.coefficients(); i++) {
        means[frame] += values.get(frame, i) / (double) values.coefficients();
      }
    }
    return means;
  }

  /** The mean over frames of each coefficient. */
  public double[] overCoefficients() {
    double[] means = new double[values.coefficients()];
    for (int frame = 0; frame < values.frames(); frame++) {
      for (int i = 0; i < means.length; i++) {
        means[i] += values.get(frame, i) / (double) values.frames();
      }
    }
    return means;
  }

  /**
   * The cells on which the answer rests most.
   *
   * @param share of all cells, 0 to 1
   * @return one flag for each cell, row after row
   */
  public boolean[] most(double share) {
    return extreme(share, Comparator.reverseOrder());
  }

  /** The cells on which the answer rests least, or that speak against it; as {@link #most}. */
  public boolean[] least(double share) {
    return extreme(share, Comparator.naturalOrder());
  }

  private boolean[] extreme(double share, Comparator<Float> order) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, was " + share);
    }
    float[] cells = values.values();
    boolean[] chosen = new boolean[cells.length];
    IntStream.range(0, cells.length)
        .boxed()
        .sorted(Comparator.comparing(cell -> cells[cell], order))
        .limit(Math.round(share * cells.length))
        .forEach(cell -> chosen[cell] = true);
    return chosen;
  }

  /** The largest absolute value, 0 where nothing matters. */
  public double largest() {
    double largest = 0;
    for (float value : values.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /**
   * The first and the last index of the stretch around the largest value that is above half of it.
   */
  static int[] peak(double[] profile) {
    int top = 0;
    for (int i = 1; i < profile.length; i++) {
      top = profile[i] > profile[top] ? i : top;
    }
    double half = profile[top] / 2;
    int first = top;
    while (first > 0 && profile[first - 1] > half) {
      first--;
    }
    int last = top;
    while (last < profile.length - 1 && profile[last + 1] > half) {
      last++;
    }
    return new int[] {first, last};
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Relevance relevance
        && relevance.label.equals(label)
        && relevance.probability == probability
        && relevance.values.frames() == values.frames()
        && Arrays.equals(relevance.values.values(), values.values());
  }

  @Override
  public int hashCode() {
    return label.hashCode() + 31 * Arrays.hashCode(values.values());
  }
}
