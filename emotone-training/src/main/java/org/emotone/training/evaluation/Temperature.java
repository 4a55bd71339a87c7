package org.emotone.training.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Temperature scaling (Guo et al., 2017, section 4.2): dividing all logits by one number, found on
 * clips that the network was not trained on, so that confidences mean what they say. The answer
 * itself does not change.
 */
public final class Temperature {

  /** The range that is searched. */
  static final double LOWEST = 0.05;

  static final double HIGHEST = 20;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Temperature() {}

  /**
   * The temperature with the smallest mean negative log-likelihood, in 0.05 … 20; 1 where there is
   * nothing to look at.
   *
   * <p>The loss is convex in the inverse temperature, so golden-section search over its logarithm
   * finds the one minimum.
   *
   * @param logits one row for each clip
   * @param truths index of the right class of each clip
   */
  public static double fit(List<double[]> logits, int[] truths) {
    if (logits.size() != truths.length) {
      throw new IllegalArgumentException(logits.size() + " logits, " + truths.length + " truths");
    }
    if (logits.isEmpty()) {
      return 1;
    }
    double low = Math.log(LOWEST);
    double high = Math.log(HIGHEST);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftLoss = loss(logits, truths, Math.exp(left));
    double rightLoss = loss(logits, truths, Math.exp(right));
    while (high - low > 1e-6) {
      if (leftLoss <= rightLoss) {
        high = right;
        right = left;
        rightLoss = leftLoss;
        left = high - GOLDEN * (high - low);
        leftLoss = loss(logits, truths, Math.exp(left));
      } else {
        low = left;
        left = right;
        leftLoss = rightLoss;
        right = low + GOLDEN * (high - low);
        rightLoss = loss(logits, truths, Math.exp(right));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Mean negative log-likelihood of the truths at a temperature, in nats. */
  public static double loss(List<double[]> logits, int[] truths, double temperature) {
    double sum = 0;
    for (int i = 0; i < truths.length; i++) {
      double[] row = logits.get(i);
      double highest = Double.NEGATIVE_INFINITY;
      for (double logit : row) {
        highest = Math.max(highest, logit);
      }
      double total = 0;
      for (double logit : row) {
        total += Math.exp((logit - highest) / temperature);
      }
      sum += Math.log(total) - (row[truths[i]] - highest) / temperature;
    }
    return sum / truths.length;
  }

  /** Probabilities of the classes: {@code exp(logit / temperature)}, scaled to sum to 1. */
  public static double[] softmax(double[] logits, double temperature) {
    double highest = Arrays.stream(logits).max().orElse(0);
    double[] powers =
        Arrays.stream(logits).map(logit -> Math.exp((logit - highest) / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
