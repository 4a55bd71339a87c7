package org.emotone;

import java.util.Arrays;
import org.emotone.features.FeatureMatrix;

/**
 * How the values of a clip's features are spread: what a {@link Guard} looks at. It is taken of
 * what the front-end hears and not of what the network makes of it, because a network that was
 * taught to overlook noise and rooms overlooks as well what tells a drum from a voice
 * (docs/robustness.md).
 *
 * <p>For <i>C</i> coefficients <i>x</i>(t, c) over <i>T</i> frames it is 4<i>C</i> − 1 numbers, in
 * this order:
 *
 * <ol>
 *   <li><i>C</i> means over time;
 *   <li><i>C</i> standard deviations over time (of the population: divided by <i>T</i>);
 *   <li><i>C</i> changes: the mean of |x(t, c) − x(t − 1, c)| over the <i>T</i> − 1 steps, 0 for
 *       one frame;
 *   <li><i>C</i> − 1 distances of neighbours: the mean of |x(t, c + 1) − x(t, c)| over time.
 * </ol>
 *
 * <p>Then each number gives way to the median of itself and its {@value #REACH} neighbours of the
 * same kind on either side (beyond an edge, what stands at the edge): a faint whistle stands out in
 * a few coefficients, and must not make a voice unfamiliar.
 *
 * <p>Of more than {@value #MOST_COEFFICIENTS} coefficients, which are functionals of a whole clip
 * and no spectrum, it is {@value #GROUPS} numbers instead: the mean of |x(t, c)| over time and over
 * each of so many groups of neighbours. The front-end has scaled them by the training, so these say
 * how far from usual each part of them is.
 *
 * <p>All have the unit of the features, and none grows with the length of the clip. Frames that are
 * there only to fill it up must not be among them.
 */
public final class FeatureSummary {

  private static final int REACH = 4;
  private static final int MOST_COEFFICIENTS = 256;
  private static final int GROUPS = 128;

  private FeatureSummary() {}

  /** How many numbers a summary has. */
  public static int size(int coefficients) {
    return wide(coefficients) ? GROUPS : 4 * coefficients - 1;
  }

  /** Of how many numbers of a kind a summary is made up. */
  public static int columns(int coefficients) {
    return wide(coefficients) ? GROUPS : coefficients;
  }

  /** Whether a clip's features are told by groups, also where they are but one row. */
  public static boolean wide(int coefficients) {
    return coefficients > MOST_COEFFICIENTS;
  }

  /**
   * The summary of a clip.
   *
   * @param features as the front-end gives them, not filled up; finite
   * @throws IllegalArgumentException if there is no frame
   */
  public static float[] of(FeatureMatrix features) {
    int frames = features.frames();
    if (frames < 1) {
      throw new IllegalArgumentException("features without a frame cannot be summed up");
    }
    int columns = features.coefficients();
    return wide(columns) ? groups(features.values(), frames, columns) : spread(features);
  }

  private static float[] groups(float[] values, int frames, int columns) {
    double[] sums = new double[GROUPS];
    for (int i = 0; i < values.length; i++) {
      sums[group(i % columns, columns)] += Math.abs(values[i]);
    }
    double[] members = new double[GROUPS];
    for (int c = 0; c < columns; c++) {
      members[group(c, columns)] += frames;
    }
    float[] means = new float[GROUPS];
    for (int g = 0; g < GROUPS; g++) {
      means[g] = (float) (sums[g] / members[g]);
    }
    return means;
  }

  private static int group(int coefficient, int columns) {
    return (int) ((long) coefficient * GROUPS / columns);
  }

  private static float[] spread(FeatureMatrix features) {
    int frames = features.frames();
    int columns = features.coefficients();
    float[] values = features.values();
    double[] sums = new double[4 * columns];
    for (int row = 0; row < values.length; row += columns) {
      for (int c = 0; c < columns; c++) {
        sums[c] += values[row + c];
      }
      for (int c = 0; c < columns && row > 0; c++) {
        sums[2 * columns + c] += Math.abs((double) values[row + c] - values[row + c - columns]);
      }
      for (int c = 0; c + 1 < columns; c++) {
        sums[3 * columns + c] += Math.abs((double) values[row + c + 1] - values[row + c]);
      }
    }
    for (int row = 0; row < values.length; row += columns) {
      for (int c = 0; c < columns; c++) {
        double from = values[row + c] - sums[c] / frames;
        sums[columns + c] += from * from;
      }
    }
    float[] summary = new float[size(columns)];
    for (int i = 0; i < summary.length; i++) {
      int kind = i / columns;
      double mean = sums[i] / (kind == 2 ? Math.max(1, frames - 1) : frames);
      summary[i] = (float) (kind == 1 ? Math.sqrt(mean) : mean);
    }
    return medians(summary, columns);
  }

  private static float[] medians(float[] summary, int columns) {
    float[] medians = new float[summary.length];
    float[] around = new float[2 * REACH + 1];
    for (int i = 0; i < summary.length; i++) {
      int first = i - i % columns;
      int last = Math.min(first + columns, summary.length) - 1;
      for (int j = 0; j < around.length; j++) {
        around[j] = summary[Math.max(first, Math.min(last, i - REACH + j))];
      }
      Arrays.sort(around);
      medians[i] = around[REACH];
    }
    return medians;
  }
}
