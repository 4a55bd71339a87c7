package org.emotone;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a network's logits become probabilities that can be taken at their word: a softmax of the
 * logits divided by a temperature (Guo et al., On Calibration of Modern Neural Networks, 2017).
 *
 * @param temperature 0.01 to 100; 1 is the plain softmax, more is less sure of itself
 */
public record Calibration(@JsonProperty(required = true) double temperature) {

  /** The plain softmax. */
  public static final Calibration NONE = new Calibration(1);

  /** Checks the range. */
  public Calibration {
    Manifests.inRange("temperature", temperature, 0.01, 100);
  }

  /** The probabilities of a row of logits; they sum to 1. */
  public float[] probabilities(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] powers = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      powers[i] = Math.exp((logits[i] - largest) / temperature);
      sum += powers[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (powers[i] / sum);
    }
    return probabilities;
  }
}
