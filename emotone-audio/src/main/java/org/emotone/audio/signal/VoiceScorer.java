package org.emotone.audio.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * How probable it is that somebody speaks in a frame: a logistic regression on {@link
 * VoiceFeatures} of the frame and their means over 110 ms and 310 ms around it.
 *
 * <p>The weights were fitted by {@code VoiceActivityFit} in the tests; docs/audio.md says on whom
 * and what came of it.
 */
final class VoiceScorer {
  /** Frames on each side of a score; so many later ones must be known. */
  static final int REACH = 15;

  static final int NEAR = 5;

  /** Inputs of the regression: features, near and far means, products, and a constant. */
  static final int INPUTS = 3 * VoiceFeatures.COUNT + 4;

  private static final double[] WEIGHTS = {
    0.0095, 0.0176, 0.0545, 0.2589, 0.0441, 0.0270, -1.4085, -0.1303, 0.1807, 1.0715, -0.2718,
    -0.5272, 1.2761, -0.3332, -0.3578, 2.6543, 0.2943, 0.5054, 2.0525, -0.2348, 0.7725, -2.7056
  };

  private final Deque<double[]> rows = new ArrayDeque<>();

  /** Takes the features of the next frame. Returns the inputs of the frame that is now complete. */
  List<double[]> next(double[] features) {
    while (rows.size() < REACH) {
      rows.add(features);
    }
    rows.add(features);
    if (rows.size() <= 2 * REACH) {
      return List.of();
    }
    double[] inputs = inputs();
    rows.removeFirst();
    return List.of(inputs);
  }

  /** The inputs of the frames that are left, as if the last one lasted. */
  List<double[]> end() {
    List<double[]> left = new ArrayList<>();
    for (int i = 0; i < REACH && !rows.isEmpty(); i++) {
      left.addAll(next(rows.getLast()));
    }
    return left;
  }

  private double[] inputs() {
    int count = VoiceFeatures.COUNT;
    double[] inputs = new double[INPUTS];
    Iterator<double[]> iterator = rows.iterator();
    for (int place = -REACH; place <= REACH; place++) {
      double[] row = iterator.next();
      for (int i = 0; i < count; i++) {
        inputs[2 * count + i] += row[i] / (2 * REACH + 1);
        if (Math.abs(place) <= NEAR) {
          inputs[count + i] += row[i] / (2 * NEAR + 1);
        }
        if (place == 0) {
          inputs[i] = row[i];
        }
      }
    }
    int products = 3 * count;
    inputs[products] = inputs[count] * inputs[count + 3];
    inputs[products + 1] = inputs[count] * inputs[count + 4];
    inputs[products + 2] = inputs[count + 3] * inputs[count + 4];
    inputs[products + 3] = 1;
    return inputs;
  }

  /** The probability of a voice, 0 to 1. */
  static double probability(double[] inputs) {
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      sum += WEIGHTS[i] * inputs[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
