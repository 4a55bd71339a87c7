package org.emotone.audio.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * How probable it is that somebody speaks in a frame: a small network (one hidden layer) on {@link
 * VoiceFeatures} of the frame and their means over 110 ms and 310 ms around it.
 *
 * <p>Its weights, in {@code voice.txt}, were fitted by {@code VoiceActivityFit} in the tests;
 * docs/audio.md says on whom and what came of it.
 */
final class VoiceScorer {
  /** Frames on each side of a score; so many later ones must be known. */
  static final int REACH = 15;

  static final int NEAR = 5;

  /** Inputs of the network: features, near and far means. */
  static final int INPUTS = 3 * VoiceFeatures.COUNT;

  /** Hidden units. */
  static final int UNITS = 12;

  /** For each unit its weight, its bias and its weights of the inputs; at last a bias. */
  static final int WEIGHTS = UNITS * (INPUTS + 2) + 1;

  private static final float[] FITTED = read();

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
    return inputs;
  }

  /** The probability of a voice, 0 to 1. */
  static double probability(double[] inputs) {
    return probability(inputs, FITTED, new double[UNITS]);
  }

  /** The same with other weights; the hidden units are left in an array. */
  static double probability(double[] inputs, float[] weights, double[] hidden) {
    double sum = weights[WEIGHTS - 1];
    for (int unit = 0; unit < UNITS; unit++) {
      int at = unit * (INPUTS + 2);
      double activation = weights[at + 1];
      for (int i = 0; i < INPUTS; i++) {
        activation += weights[at + 2 + i] * inputs[i];
      }
      hidden[unit] = Math.tanh(activation);
      sum += weights[at] * hidden[unit];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static float[] read() {
    try (InputStream in = VoiceScorer.class.getResourceAsStream("voice.txt")) {
      if (in == null) {
        throw new IllegalStateException("voice.txt is missing from the program");
      }
      String[] words =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\\s+", -1);
      float[] weights = new float[WEIGHTS];
      for (int i = 0; i < WEIGHTS; i++) {
        weights[i] = Float.parseFloat(words[i]);
      }
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
