package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

  private static Judgement answer(double confidence, boolean right) {
    double[] probabilities = {confidence, 1 - confidence};
    return new Judgement("c", "s", right ? 0 : 1, probabilities);
  }

  private static final List<Judgement> FIVE =
      List.of(
          answer(0.9, true),
          answer(0.8, true),
          answer(0.7, false),
          answer(0.65, true),
          answer(0.6, false));

  @Test
  void theCurveGoesFromTheMostConfidentToAll() {
    RiskCoverage risk = RiskCoverage.of(FIVE);
    assertThat(risk.curve())
        .extracting(RiskCoverage.Point::risk)
        .containsExactly(0.0, 0.0, 1 / 3.0, 0.25, 0.4);
    assertThat(risk.area()).isCloseTo((0 + 0 + 1 / 3.0 + 0.25 + 0.4) / 5, within(1e-12));
    assertThat(risk.coverageAt5()).isEqualTo(0.4);
    assertThat(risk.coverageAt20()).isEqualTo(0.4);
  }

  @Test
  void theThresholdIsTheLeastThatKeepsWhatIsAskedFor() {
    assertThat(RiskCoverage.threshold(FIVE, 0.75)).hasValue(0.65);
    assertThat(RiskCoverage.threshold(FIVE, 0.9)).hasValue(0.8);
    assertThat(RiskCoverage.threshold(List.of(answer(0.9, false)), 0.5)).isEmpty();
  }

  @Test
  void answersOfOneConfidenceCountTogetherInWhateverOrder() {
    List<Judgement> some = new ArrayList<>(List.of(answer(0.7, false), answer(0.7, true)));
    assertThat(RiskCoverage.of(some).curve()).hasSize(1);
    List<Judgement> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(answer(0.5 + i % 7 / 20.0, i % 3 == 0));
    }
    RiskCoverage before = RiskCoverage.of(many);
    Collections.shuffle(many, new Random(1));
    assertThat(RiskCoverage.of(many)).isEqualTo(before);
  }

  @Test
  void aLongCurveIsThinnedButEndsWhereEverythingIsAnswered() {
    List<Judgement> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(answer(0.5 + i / 2500.0, i % 2 == 0));
    }
    RiskCoverage risk = RiskCoverage.of(many);
    assertThat(risk.curve()).hasSize(RiskCoverage.MOST_POINTS);
    assertThat(risk.curve().get(RiskCoverage.MOST_POINTS - 1).coverage()).isEqualTo(1);
    assertThat(risk.curve().get(RiskCoverage.MOST_POINTS - 1).risk()).isEqualTo(0.5);
  }
}
