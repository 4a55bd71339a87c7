package org.emotone.features.gemaps;

import java.util.ArrayList;
import java.util.List;

/**
 * Peaks and valleys of a contour, and the slopes between them, as openSMILE's {@code Peaks2} finds
 * them with a relative threshold of a tenth of the range.
 *
 * <p>A peak lies above the valley before by more than the threshold, a valley likewise below the
 * peak. A lower valley replaces the one before; a higher peak does if it lies above the last dip by
 * the threshold or is 5 % higher. That rule was found by comparing positions with openSMILE's.
 */
final class Peaks {

  private static final double THRESHOLD = 0.1;
  private static final double MUCH_HIGHER = 1.05;

  private record Turn(int frame, double value, boolean peak) {}

  private final double[] values;
  private final double least;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Double> rises = new ArrayList<>();
  private final List<Double> falls = new ArrayList<>();
  private final double hopSeconds;

  Peaks(double[] values, double hopSeconds) {
    this.values = values;
    this.hopSeconds = hopSeconds;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    least = THRESHOLD * (high - low);
    find();
    slopes();
  }

  private void find() {
    double dip = values.length == 0 ? 0 : values[0];
    for (int i = 1; i < values.length - 2; i++) {
      double value = values[i];
      if (value > values[i - 1] && value > values[i + 1]) {
        peak(i, value - dip > least);
      } else if (value < values[i - 1] && value < values[i + 1]) {
        valley(i);
        dip = value;
      }
    }
  }

  private void peak(int frame, boolean aboveDip) {
    double value = values[frame];
    if (turns.isEmpty() || !last().peak()) {
      if (value - reference() > least) {
        turns.add(new Turn(frame, value, true));
      }
    } else if (value > last().value() && (aboveDip || value > MUCH_HIGHER * last().value())) {
      turns.set(turns.size() - 1, new Turn(frame, value, true));
    }
  }

  private void valley(int frame) {
    double value = values[frame];
    if (turns.isEmpty() || last().peak()) {
      if (reference() - value > least) {
        turns.add(new Turn(frame, value, false));
      }
    } else if (value < last().value()) {
      turns.set(turns.size() - 1, new Turn(frame, value, false));
    }
  }

  private Turn last() {
    return turns.get(turns.size() - 1);
  }

  private double reference() {
    return turns.isEmpty() ? values[0] : last().value();
  }

  private void slopes() {
    if (turns.isEmpty()) {
      return;
    }
    Turn from = new Turn(0, values[0], !turns.get(0).peak());
    for (Turn to : turns) {
      double steepness =
          Math.abs(to.value() - from.value()) / ((to.frame() - from.frame()) * hopSeconds);
      (to.peak() ? rises : falls).add(steepness);
      from = to;
    }
  }

  /** Number of peaks. */
  int count() {
    return (int) turns.stream().filter(Turn::peak).count();
  }

  /** Mean and deviation of the slopes up to peaks, per second. */
  double[] rising() {
    return statistics(rises, !turns.isEmpty() && !last().peak());
  }

  /** Mean and deviation of the slopes down to valleys, per second. */
  double[] falling() {
    return statistics(falls, !turns.isEmpty() && last().peak());
  }

  /**
   * As in openSMILE the way from the last turn to the end counts for the mean, with its sign, and
   * not for the deviation, except in the number of slopes.
   */
  private double[] statistics(List<Double> slopes, boolean withEnd) {
    double sum = 0;
    for (double slope : slopes) {
      sum += slope;
    }
    int count = slopes.size();
    if (withEnd) {
      int frames = values.length - 1 - last().frame();
      sum += (values[values.length - 1] - last().value()) / (frames * hopSeconds);
      count++;
    }
    if (count == 0) {
      return new double[] {0, 0};
    }
    double mean = sum / count;
    double squares = 0;
    for (double slope : slopes) {
      squares += (slope - mean) * (slope - mean);
    }
    return new double[] {mean, Math.sqrt(squares / count)};
  }
}
