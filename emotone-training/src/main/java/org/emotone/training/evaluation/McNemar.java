package org.emotone.training.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether one of two recognisers is right more often on the same clips (McNemar, 1947): the exact
 * two-sided binomial test on the clips that only one of them recognises, at any number of clips.
 *
 * <p>It takes clips for independent, which those of one speaker are not, so that its p is rather
 * too small; the interval over speakers has no such fault.
 *
 * @param clips that both were asked about
 * @param onlyFirst clips that only the first recognises
 * @param onlySecond clips that only the second recognises
 * @param p probability of so great a difference or a greater one if both were equally good
 */
public record McNemar(int clips, int onlyFirst, int onlySecond, double p) {

  /**
   * Compares two recognisers on the clips that both have judged.
   *
   * @throws IllegalArgumentException if there are none, or if one is of different classes
   */
  public static McNemar of(List<Judgement> first, List<Judgement> second) {
    Map<String, Judgement> others = new HashMap<>();
    second.forEach(judgement -> others.put(judgement.clip(), judgement));
    int clips = 0;
    int onlyFirst = 0;
    int onlySecond = 0;
    for (Judgement one : first) {
      Judgement other = others.get(one.clip());
      if (other == null) {
        continue;
      }
      if (other.truth() != one.truth()) {
        throw new IllegalArgumentException(
            one.clip() + " is of one class for the first model and of another for the second");
      }
      boolean right = one.predicted() == one.truth();
      boolean otherRight = other.predicted() == other.truth();
      clips++;
      onlyFirst += right && !otherRight ? 1 : 0;
      onlySecond += otherRight && !right ? 1 : 0;
    }
    if (clips == 0) {
      throw new IllegalArgumentException("there is no clip that both models were asked about");
    }
    return new McNemar(clips, onlyFirst, onlySecond, p(onlyFirst, onlySecond));
  }

  /** Twice the tail of Binomial(n, ½) up to the smaller count, at most 1. */
  static double p(int one, int other) {
    int n = one + other;
    double tail = 0;
    double logOfChoose = 0;
    for (int k = 0; k <= Math.min(one, other); k++) {
      tail += Math.exp(logOfChoose - n * Math.log(2));
      logOfChoose += Math.log(n - k) - Math.log(k + 1.0);
    }
    return Math.min(1, 2 * tail);
  }

  /**
   * One line, such as {@code 412 clips; 31 only by the first, 12 only by the second, p = 0.0053}.
   */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%d clips; recognised by the first alone %d, by the second alone %d; McNemar, exact: p ="
            + " %.2g",
        clips,
        onlyFirst,
        onlySecond,
        p);
  }
}
