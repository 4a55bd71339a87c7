package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureTest {

  private final List<double[]> logits =
      Drawn.judgements().stream()
          .map(j -> Arrays.stream(j.probabilities()).map(p -> 2.5 * Math.log(p)).toArray())
          .toList();
  private final int[] truths = Drawn.judgements().stream().mapToInt(Judgement::truth).toArray();

  @Test
  void minimisesTheLogLikelihoodAsScipyDoes() {
    // scipy 1.17.1, minimize_scalar(method="bounded")
    double temperature = Temperature.fit(logits, truths);
    assertThat(temperature).isCloseTo(1.9621047410255672, within(1e-5));
    assertThat(Temperature.loss(logits, truths, temperature))
        .isCloseTo(1.1835698733187856, within(1e-10));
  }

  @Test
  void withoutClipsItIsOne() {
    assertThat(Temperature.fit(List.of(), new int[0])).isEqualTo(1);
  }

  @Test
  void staysInRangeWhereEveryAnswerIsRight() {
    List<double[]> certain = List.of(new double[] {5, 0}, new double[] {0, 5});
    assertThat(Temperature.fit(certain, new int[] {0, 1})).isCloseTo(0.05, within(1e-3));
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    List<double[]> huge = List.of(new double[] {1e4, 0}, new double[] {0, 1e4});
    assertThat(Temperature.fit(huge, new int[] {1, 1})).isFinite();
  }
}
