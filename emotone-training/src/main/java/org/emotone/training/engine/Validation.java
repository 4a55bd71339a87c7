package org.emotone.training.engine;

import java.util.Arrays;

/**
 * How well logits fit labels.
 *
 * @param loss mean cross-entropy in nats
 * @param uar unweighted average recall over the classes that occur, 0 to 1
 * @param accuracy share that is right, 0 to 1
 */
record Validation(double loss, double uar, double accuracy) {

  /**
   * Compares; everything is NaN where there are no examples.
   *
   * @param outputs {@code [example][output]}, the classes first
   */
  static Validation of(float[][] outputs, int[] labels, int classes) {
    float[][] logits =
        Arrays.stream(outputs).map(row -> Arrays.copyOf(row, classes)).toArray(float[][]::new);
    double loss = 0;
    int[] right = new int[classes];
    int[] total = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      loss += logSumExp(logits[i]) - logits[i][labels[i]];
      total[labels[i]]++;
      right[labels[i]] += largest(logits[i]) == labels[i] ? 1 : 0;
    }
    double recalls = 0;
    int present = 0;
    int correct = 0;
    for (int c = 0; c < classes; c++) {
      correct += right[c];
      if (total[c] > 0) {
        recalls += (double) right[c] / total[c];
        present++;
      }
    }
    return new Validation(
        loss / labels.length, recalls / present, (double) correct / labels.length);
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int c = 1; c < values.length; c++) {
      if (values[c] > values[best]) {
        best = c;
      }
    }
    return best;
  }

  private static double logSumExp(float[] values) {
    double most = values[largest(values)];
    double sum = 0;
    for (float value : values) {
      sum += Math.exp(value - most);
    }
    return most + Math.log(sum);
  }
}
