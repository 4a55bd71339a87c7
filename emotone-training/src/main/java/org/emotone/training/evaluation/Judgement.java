package org.emotone.training.evaluation;

import java.util.Arrays;

/**
 * One clip, what it is and what was answered.
 *
 * @param clip id of the clip
 * @param speaker its speaker
 * @param traits what else figures are told apart by
 * @param truth index of the right class
 * @param probabilities one for each class, summing to 1; shared, not copied, and not to be changed
 *     by a receiver
 */
public record Judgement(
    String clip, String speaker, Traits traits, int truth, double[] probabilities) {

  /** Checks that the truth is one of the classes. */
  public Judgement {
    if (truth < 0 || truth >= probabilities.length) {
      throw new IllegalArgumentException(
          clip + ": class " + truth + " is not among " + probabilities.length + " classes");
    }
  }

  /** A clip of which nothing is known but its speaker. */
  public Judgement(String clip, String speaker, int truth, double[] probabilities) {
    this(clip, speaker, Traits.UNKNOWN, truth, probabilities);
  }

  /** The same clip with other answers. */
  public Judgement with(double[] others) {
    return new Judgement(clip, speaker, traits, truth, others);
  }

  /** Logits up to a constant: the logarithms of the probabilities. */
  public double[] logits() {
    return Arrays.stream(probabilities).map(p -> Math.log(Math.max(Float.MIN_VALUE, p))).toArray();
  }

  /**
   * The same answers at another temperature: {@code p^(1/temperature)}, scaled to sum to 1.
   *
   * @param temperature above 0
   */
  public Judgement atTemperature(double temperature) {
    return with(Temperature.softmax(logits(), temperature));
  }

  /** Index of the most probable class; the first of equals. */
  public int predicted() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Whether the right class is among the {@code k} most probable; of equals the first count. */
  public boolean isAmongTop(int k) {
    double own = probabilities[truth];
    int ahead = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > own || (probabilities[i] == own && i < truth)) {
        ahead++;
      }
    }
    return ahead < k;
  }
}
