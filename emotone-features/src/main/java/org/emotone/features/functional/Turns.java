package org.emotone.features.functional;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a contour turns: its peaks and valleys, alternating, without those that hardly stand out.
 */
final class Turns {

  /**
   * A peak or a valley.
   *
   * @param frame where it is
   * @param value how high it is
   * @param peak whether it is a peak
   */
  record Turn(int frame, double value, boolean peak) {}

  private final List<Turn> turns;
  private final double hopSeconds;

  private Turns(List<Turn> turns, double hopSeconds) {
    this.turns = List.copyOf(turns);
    this.hopSeconds = hopSeconds;
  }

  /**
   * Finds the turns.
   *
   * @param least by how much the contour must fall after a peak, and rise after a valley
   */
  static Turns of(double[] values, double hopSeconds, double least) {
    List<Turn> turns = new ArrayList<>();
    int high = 0;
    int low = 0;
    // 0 until the first turn is known, then whether the contour is on its way up or down.
    int direction = 0;
    for (int i = 1; i < values.length; i++) {
      high = values[i] > values[high] ? i : high;
      low = values[i] < values[low] ? i : low;
      boolean fell = values[high] - values[i] > least;
      boolean rose = values[i] - values[low] > least;
      if (direction >= 0 && fell) {
        if (high > 0) {
          turns.add(new Turn(high, values[high], true));
        }
        direction = -1;
        low = i;
      } else if (direction <= 0 && rose) {
        if (low > 0) {
          turns.add(new Turn(low, values[low], false));
        }
        direction = 1;
        high = i;
      }
    }
    return new Turns(turns, hopSeconds);
  }

  /** All turns in their order. */
  List<Turn> all() {
    return turns;
  }

  /** The heights of the peaks. */
  double[] peaks() {
    return turns.stream().filter(Turn::peak).mapToDouble(Turn::value).toArray();
  }

  /** The heights of the valleys. */
  double[] valleys() {
    return turns.stream().filter(turn -> !turn.peak()).mapToDouble(Turn::value).toArray();
  }

  /** The times from each peak to the next, in seconds. */
  double[] distances() {
    int[] frames = turns.stream().filter(Turn::peak).mapToInt(Turn::frame).toArray();
    double[] distances = new double[Math.max(0, frames.length - 1)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (frames[i + 1] - frames[i]) * hopSeconds;
    }
    return distances;
  }

  /** How steep the ways from a valley to the next peak are, per second; all above 0. */
  double[] rises() {
    return slopes(true);
  }

  /** How steep the ways from a peak to the next valley are, per second; all above 0. */
  double[] falls() {
    return slopes(false);
  }

  private double[] slopes(boolean rising) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 1; i < turns.size(); i++) {
      Turn from = turns.get(i - 1);
      Turn to = turns.get(i);
      if (to.peak() == rising) {
        slopes.add(
            Math.abs(to.value() - from.value()) / ((to.frame() - from.frame()) * hopSeconds));
      }
    }
    return slopes.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
