package org.emotone.training.evaluation;

import java.util.List;

/** Figures that look at the probabilities and not only at the answer. */
public final class ProbabilityScores {

  /** Bins of the calibration error, as in Guo et al. (2017). */
  public static final int BINS = 15;

  /** Smallest probability whose logarithm is taken: the spacing of doubles at 1 (scikit-learn). */
  static final double SMALLEST = Math.ulp(1.0);

  private ProbabilityScores() {}

  /** Mean negative natural logarithm of the probability of the right class, in nats. */
  public static double logLoss(List<Judgement> judgements) {
    return judgements.stream()
        .mapToDouble(j -> -Math.log(Math.max(SMALLEST, j.probabilities()[j.truth()])))
        .average()
        .orElse(0);
  }

  /**
   * Mean squared distance of the probabilities from the truth, summed over classes, 0 … 2 (Brier,
   * 1950).
   */
  public static double brier(List<Judgement> judgements) {
    return judgements.stream().mapToDouble(ProbabilityScores::distance).average().orElse(0);
  }

  private static double distance(Judgement judgement) {
    double sum = 0;
    for (int i = 0; i < judgement.probabilities().length; i++) {
      double difference = judgement.probabilities()[i] - (i == judgement.truth() ? 1 : 0);
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * Expected calibration error: the mean distance between confidence and accuracy over {@value
   * #BINS} bins of equal width, closed above, weighted by their clips (Guo et al., 2017, eq. 3).
   */
  public static double calibrationError(List<Judgement> judgements) {
    double sum = 0;
    for (ReliabilityBin bin : ReliabilityBin.of(judgements, BINS)) {
      sum += bin.clips() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return judgements.isEmpty() ? 0 : sum / judgements.size();
  }

  /** Share of clips whose right class is among the {@code k} most probable. */
  public static double topAccuracy(List<Judgement> judgements, int k) {
    return judgements.stream().mapToInt(j -> j.isAmongTop(k) ? 1 : 0).average().orElse(0);
  }
}
