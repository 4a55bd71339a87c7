package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final List<String> LABELS = List.of("a", "b");
  private static final Conditions CONDITIONS =
      new Conditions("m", List.of("x"), "p", "o", 0, Map.of(), 0, 1);

  @Test
  void mcNemarIsTheExactBinomialTest() {
    // scipy 1.17.1: binomtest(k, n).pvalue
    assertThat(McNemar.p(3, 12)).isCloseTo(0.03515625, within(1e-12));
    assertThat(McNemar.p(31, 12)).isCloseTo(0.005401572654591291, within(1e-12));
    assertThat(McNemar.p(480, 520)).isCloseTo(0.2174482932041415, within(1e-9));
    assertThat(McNemar.p(0, 0)).isEqualTo(1);
    assertThat(McNemar.p(4, 4)).isEqualTo(1);
  }

  @Test
  void mcNemarCountsClipsThatOnlyOneRecognises() {
    McNemar test = McNemar.of(judged(0, 0, 0, 1, 1), judged(0, 1, 1, 0, 1));
    assertThat(test).isEqualTo(new McNemar(5, 2, 1, 1));
    assertThat(test.words()).contains("5 clips", "first alone 2", "second alone 1", "p = 1.0");
    assertThatThrownBy(() -> McNemar.of(judged(0), List.of()))
        .hasMessage("there is no clip that both models were asked about");
  }

  @Test
  void severalRunsHaveAMeanAndADeviation() {
    Spread spread = Spread.of(0.6, 0.7, 0.62);
    assertThat(spread.mean()).isCloseTo(0.64, within(1e-12));
    assertThat(spread.deviation()).isCloseTo(0.052915026221291815, within(1e-12));
    assertThat(spread.words()).isEqualTo("0.640 ± 0.053");
    assertThat(Spread.of(0.5).deviation()).isZero();
  }

  @Test
  void comparisonHasFiguresSpreadAndTests() {
    List<Judgement> one = judged(0, 0, 0, 1);
    List<Judgement> two = judged(0, 1, 1, 1);
    Comparison comparison =
        Comparison.of(
            List.of(Evaluation.of(LABELS, one, CONDITIONS), Evaluation.of(LABELS, two, CONDITIONS)),
            List.of(one, two));
    assertThat(Objects.requireNonNull(comparison.spread().get("accuracy")).mean())
        .isCloseTo(0.5, within(1e-12));
    assertThat(comparison.toText())
        .contains("4 clips of x, p")
        .contains("mean ± standard deviation of the 2 models")
        .contains("accuracy           0.500 ± 0.354")
        .contains("m against the first, m");
    assertThat(comparison.toJson()).contains("\"againstFirst\"", "\"onlyFirst\" : 2");
  }

  @Test
  void figuresOfOtherClipsAreNotCompared() {
    List<Judgement> one = judged(0, 0);
    List<Judgement> more = judged(0, 0, 1);
    assertThatThrownBy(
            () ->
                Comparison.of(
                    List.of(
                        Evaluation.of(LABELS, one, CONDITIONS),
                        Evaluation.of(LABELS, more, CONDITIONS)),
                    List.of(one, more)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("figures of different clips have no mean");
  }

  /** Clips of the class "a", to which these classes were answered. */
  private static List<Judgement> judged(int... answers) {
    return IntStream.range(0, answers.length)
        .mapToObj(
            i ->
                new Judgement(
                    "c" + i,
                    "s" + i,
                    0,
                    answers[i] == 0 ? new double[] {0.8, 0.2} : new double[] {0.2, 0.8}))
        .toList();
  }
}
