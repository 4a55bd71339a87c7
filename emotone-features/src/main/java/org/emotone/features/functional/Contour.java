package org.emotone.features.functional;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One value per frame of a clip, with what several {@link Functional}s need of it, computed when
 * first asked for. A contour belongs to one thread.
 */
public final class Contour {

  private final double[] values;
  private final double hopSeconds;
  private final double mean;
  private double @Nullable [] sorted;
  private @Nullable Moments moments;
  private @Nullable Regression regression;
  private @Nullable Turns turns;
  private double @Nullable [] prediction;

  /**
   * A contour.
   *
   * @param values one value per frame, all finite; not copied and not to be changed
   * @param hopSeconds time from one frame to the next in seconds, above 0
   * @throws IllegalArgumentException if a value is not finite or the time not above 0
   */
  public Contour(double[] values, double hopSeconds) {
    if (!(hopSeconds > 0)) {
      throw new IllegalArgumentException("hopSeconds must be above 0, was " + hopSeconds);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "frame %d is %s; every value must be a finite number".formatted(i, values[i]));
      }
      sum += values[i];
    }
    this.values = values;
    this.hopSeconds = hopSeconds;
    mean = values.length == 0 ? 0 : sum / values.length;
  }

  /** The values in their order; not to be changed. */
  double[] values() {
    return values;
  }

  /** Number of frames. */
  public int frames() {
    return values.length;
  }

  /** Time from one frame to the next in seconds. */
  double hopSeconds() {
    return hopSeconds;
  }

  /** The mean, 0 without frames. */
  double mean() {
    return mean;
  }

  private double[] sorted() {
    if (sorted == null) {
      sorted = values.clone();
      Arrays.sort(sorted);
    }
    return sorted;
  }

  /**
   * A percentile, with a straight line between neighbours (numpy's {@code linear}); 0 without
   * frames.
   *
   * @param share 0 to 1
   */
  double percentile(double share) {
    double[] ascending = sorted();
    if (ascending.length == 0) {
      return 0;
    }
    double position = share * (ascending.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
  }

  /** Largest less smallest value. */
  double range() {
    return percentile(1) - percentile(0);
  }

  Moments moments() {
    if (moments == null) {
      moments = Moments.of(this);
    }
    return moments;
  }

  Regression regression() {
    if (regression == null) {
      regression = Regression.of(this);
    }
    return regression;
  }

  /** Peaks and valleys that stand out by at least a tenth of the range. */
  Turns turns() {
    if (turns == null) {
      turns = Turns.of(values, hopSeconds, 0.1 * range());
    }
    return turns;
  }

  /** Coefficients of the linear prediction of order 5 of the contour less its mean. */
  double[] prediction() {
    if (prediction == null) {
      double[] centred = new double[values.length];
      Arrays.setAll(centred, i -> values[i] - mean);
      prediction = LinearPrediction.coefficients(centred, 5);
    }
    return prediction;
  }
}
