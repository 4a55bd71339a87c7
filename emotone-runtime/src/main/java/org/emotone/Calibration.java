package org.emotone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a network's logits become probabilities that can be taken at their word: a softmax of the
 * logits divided by a temperature (Guo et al., On Calibration of Modern Neural Networks, 2017).
 *
 * @param temperature 0.01 to 100; 1 is the plain softmax, more is less sure of itself
 * @param bias what is added to the logit of each class before that, in the order of the classes,
 *     −100 to 100: the leaning of a voice or a channel that a model was adapted to; null for
 *     nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"temperature", "bias"})
public record Calibration(
    @JsonProperty(required = true) double temperature, @Nullable List<Double> bias) {

  /** The plain softmax. */
  public static final Calibration NONE = new Calibration(1);

  /** Checks the ranges. */
  public Calibration {
    Manifests.inRange("temperature", temperature, 0.01, 100);
    if (bias != null) {
      bias = List.copyOf(bias);
      bias.forEach(value -> Manifests.inRange("bias", value, -100, 100));
    }
  }

  /** A calibration without bias. */
  public Calibration(double temperature) {
    this(temperature, null);
  }

  /**
   * The probabilities of a row of logits; they sum to 1.
   *
   * @throws IllegalArgumentException if there are not as many logits as the bias has values
   */
  public float[] probabilities(float[] logits) {
    double[] biased = biased(logits);
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : biased) {
      largest = Math.max(largest, logit);
    }
    double[] powers = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      powers[i] = Math.exp((biased[i] - largest) / temperature);
      sum += powers[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (powers[i] / sum);
    }
    return probabilities;
  }

  private double[] biased(float[] logits) {
    if (bias != null && bias.size() != logits.length) {
      throw new IllegalArgumentException(
          "the bias has " + bias.size() + " values, the logits are " + logits.length);
    }
    double[] biased = new double[logits.length];
    for (int i = 0; i < biased.length; i++) {
      biased[i] = logits[i] + (bias == null ? 0 : bias.get(i));
    }
    return biased;
  }
}
