package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values: scikit-learn 1.9.1, numpy 2.4.6, scipy 1.17.1. */
class EvaluationTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final Evaluation evaluation =
      Evaluation.of(Drawn.LABELS, Drawn.judgements(), Drawn.CONDITIONS);

  @Test
  void figuresAreThoseOfScikitLearn() {
    assertThat(evaluation.uar()).isCloseTo(0.5760957792207793, EXACT);
    assertThat(evaluation.accuracy()).isCloseTo(0.5833333333333334, EXACT);
    assertThat(evaluation.macroF1()).isCloseTo(0.5767762460233299, EXACT);
    assertThat(evaluation.topTwo()).isCloseTo(0.7166666666666667, EXACT);
    assertThat(evaluation.logLoss()).isCloseTo(1.1898525411972267, EXACT);
    assertThat(evaluation.brier()).isCloseTo(0.65716114698553, EXACT);
    assertThat(evaluation.calibrationError()).isCloseTo(0.1934298371182019, EXACT);
  }

  @Test
  void confusionAndClassesAreThoseOfScikitLearn() {
    assertThat(evaluation.confusion().counts())
        .isDeepEqualTo(new int[][] {{6, 2, 3, 1}, {0, 11, 3, 2}, {4, 4, 12, 1}, {1, 2, 2, 6}});
    ClassScore second = evaluation.classes().get(1);
    assertThat(second.precision()).isCloseTo(0.57894737, within(1e-8));
    assertThat(second.recall()).isCloseTo(0.6875, EXACT);
    assertThat(second.f1()).isCloseTo(0.62857143, within(1e-8));
    assertThat(second.support()).isEqualTo(16);
  }

  @Test
  void intervalIsThatOfAPercentileBootstrapOverSpeakers() {
    // 20 000 draws with numpy's own generator: 0.4514 … 0.7126.
    Interval interval = Objects.requireNonNull(evaluation.uarInterval());
    assertThat(interval.lower()).isCloseTo(0.4514, within(0.02));
    assertThat(interval.upper()).isCloseTo(0.7126, within(0.02));
    assertThat(interval.method()).isEqualTo("bootstrap over 6 speakers, 1000 draws");
    assertThat(Evaluation.of(Drawn.LABELS, Drawn.judgements(), Drawn.CONDITIONS).uarInterval())
        .isEqualTo(interval);
  }

  @Test
  void oneSpeakerGivesNoInterval() {
    List<Judgement> one = List.of(new Judgement("x", "only", 0, new double[] {0.9, 0.1, 0, 0}));
    assertThat(Evaluation.of(Drawn.LABELS, one, Drawn.CONDITIONS).uarInterval()).isNull();
  }

  @Test
  void classThatDoesNotOccurDoesNotCountInUar() {
    List<Judgement> two =
        List.of(
            new Judgement("x", "s", 0, new double[] {0.9, 0.1, 0, 0}),
            new Judgement("y", "t", 1, new double[] {0.1, 0.1, 0.8, 0}));
    Evaluation partial = Evaluation.of(Drawn.LABELS, two, Drawn.CONDITIONS);
    assertThat(partial.uar()).isEqualTo(0.5);
    // The answer "c" was given, so its F1 of 0 counts; "d" neither occurs nor was answered.
    assertThat(partial.macroF1()).isCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void nothingToMeasureIsAnErrorThatSaysSo() {
    assertThatThrownBy(() -> Evaluation.of(Drawn.LABELS, List.of(), Drawn.CONDITIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no clip of numbers");
  }

  @Test
  void jsonComesBackEqual() throws Exception {
    assertThat(Evaluation.fromJson(evaluation.toJson())).isEqualTo(evaluation);
  }

  @Test
  void textNamesFiguresConditionsAndWhatWasLeftOut() {
    assertThat(evaluation.toText())
        .contains("UAR            0.576   (95 %: ")
        .contains("protocol       speaker-independent")
        .contains("overlap        0 speakers shared")
        .contains("left out       3 calm")
        .contains("unreadable     1\n")
        .contains("confusion (rows: truth, columns: answer)");
  }
}
