package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers of about the same confidence; a reliable model is right as often as it is confident.
 *
 * @param lower lower end, which does not belong to it but for 0
 * @param upper upper end, which does
 * @param clips number of answers
 * @param confidence their mean confidence, 0 where there are none
 * @param accuracy share of them that is right, 0 where there are none
 */
public record ReliabilityBin(
    double lower, double upper, int clips, double confidence, double accuracy) {

  /** Bins of equal width from 0 to 1, as Guo et al. (2017) draw them. */
  static List<ReliabilityBin> of(List<Judgement> judgements, int bins) {
    double[] confidence = new double[bins];
    int[] right = new int[bins];
    int[] clips = new int[bins];
    for (Judgement judgement : judgements) {
      int answer = judgement.predicted();
      double own = judgement.probabilities()[answer];
      int bin = Math.min(bins - 1, Math.max(0, (int) Math.ceil(own * bins) - 1));
      confidence[bin] += own;
      right[bin] += answer == judgement.truth() ? 1 : 0;
      clips[bin]++;
    }
    List<ReliabilityBin> made = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      int own = Math.max(1, clips[bin]);
      made.add(
          new ReliabilityBin(
              (double) bin / bins,
              (bin + 1.0) / bins,
              clips[bin],
              confidence[bin] / own,
              (double) right[bin] / own));
    }
    return made;
  }
}
