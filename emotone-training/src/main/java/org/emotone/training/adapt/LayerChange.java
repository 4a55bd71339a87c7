package org.emotone.training.adapt;

import java.util.Arrays;

/**
 * What is added to a network's last dense layer.
 *
 * @param weights {@code [classes][inputs]}; no inputs where only the bias changes
 * @param bias one value for each class
 */
public record LayerChange(double[][] weights, double[] bias) {

  /** The logits of a clip after the change; a new array. */
  public double[] apply(float[] embedding, double[] logits) {
    double[] changed = logits.clone();
    for (int label = 0; label < changed.length; label++) {
      changed[label] += bias[label];
      for (int i = 0; i < weights[label].length; i++) {
        changed[label] += weights[label][i] * embedding[i];
      }
    }
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerChange change
        && Arrays.deepEquals(change.weights, weights)
        && Arrays.equals(change.bias, bias);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(weights) + Arrays.hashCode(bias);
  }
}
