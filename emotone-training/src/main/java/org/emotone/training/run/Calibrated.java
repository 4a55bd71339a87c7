package org.emotone.training.run;

import java.util.List;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.RiskCoverage;
import org.emotone.training.evaluation.Temperature;

/**
 * What the validation clips say of how far a network is to be believed.
 *
 * @param temperature that its logits are divided by
 * @param uncertainBelow best probability below which an answer is called uncertain
 */
record Calibrated(double temperature, double uncertainBelow) {

  /** Of a network that nothing is known of. */
  static final Calibrated NOT = new Calibrated(1, 0.5);

  /** Share of the certain answers that shall be right on the validation clips. */
  private static final double CERTAIN_ACCURACY = 0.75;

  /** Probabilities are calibrated: below this an answer is more likely wrong than right. */
  private static final double LEAST = 0.5;

  /** Answers above this are certain however many of the validation's are wrong. */
  private static final double MOST = 0.9;

  /** Fewer clips than these give no threshold to rely on. */
  private static final int FEWEST = 40;

  /**
   * Fits both.
   *
   * @param plain the answers to the validation clips at temperature 1
   */
  static Calibrated by(List<Judgement> plain) {
    double temperature =
        Temperature.fit(
            plain.stream().map(Judgement::logits).toList(),
            plain.stream().mapToInt(Judgement::truth).toArray());
    if (plain.size() < FEWEST) {
      return new Calibrated(temperature, LEAST);
    }
    double threshold =
        RiskCoverage.threshold(scaled(plain, temperature), CERTAIN_ACCURACY).orElse(MOST);
    return new Calibrated(temperature, Math.max(LEAST, Math.min(MOST, threshold)));
  }

  /** Answers that were given at temperature 1, as they are believed. */
  List<Judgement> scaled(List<Judgement> plain) {
    return scaled(plain, temperature);
  }

  private static List<Judgement> scaled(List<Judgement> plain, double temperature) {
    return plain.stream().map(judgement -> judgement.atTemperature(temperature)).toList();
  }
}
