package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

  @Test
  void areasUnderCurvesAreThoseOfScikitLearn() {
    double[] areas = {
      0.7673611111111112, 0.7741477272727272, 0.6800976800976801, 0.6641929499072357
    };
    double[] precisions = {
      0.6016685231597513, 0.6237004114009891, 0.5056869237121887, 0.3806497730661892
    };
    for (int i = 0; i < 4; i++) {
      assertThat(evaluation.curves().get(i).auc()).isCloseTo(areas[i], EXACT);
      assertThat(evaluation.curves().get(i).averagePrecision()).isCloseTo(precisions[i], EXACT);
    }
    assertThat(evaluation.meanAuc()).isCloseTo(0.7214498670971885, EXACT);
  }

  @Test
  void curvesWithoutTheirStraightPointsHaveTheSameArea() {
    for (ClassCurves curves : evaluation.curves()) {
      List<ClassCurves.Point> roc = curves.roc();
      double area = 0;
      for (int i = 1; i < roc.size(); i++) {
        ClassCurves.Point one = roc.get(i - 1);
        ClassCurves.Point two = roc.get(i);
        area += (two.x() - one.x()) * (one.y() + two.y()) / 2;
      }
      assertThat(area).isCloseTo(Objects.requireNonNull(curves.auc()), EXACT);
      assertThat(roc.get(0)).isEqualTo(new ClassCurves.Point(0, 0));
      assertThat(roc.get(roc.size() - 1)).isEqualTo(new ClassCurves.Point(1, 1));
      assertThat(roc).hasSizeLessThan(32);
      assertThat(curves.precisionRecall()).contains(new ClassCurves.Point(0, 1)).hasSize(61);
    }
  }

  @Test
  void equalProbabilitiesAreOnePointOfACurve() {
    // scikit-learn 1.9.1 for the truths 1 0 1 0 at 0.5 0.5 0.9 0.1
    double[] own = {0.5, 0.5, 0.9, 0.1};
    List<Judgement> tied =
        IntStream.range(0, 4)
            .mapToObj(i -> new Judgement("c" + i, "s", i % 2, new double[] {own[i], 1 - own[i]}))
            .toList();
    ClassCurves curves = Evaluation.of(List.of("a", "b"), tied, Drawn.CONDITIONS).curves().get(0);
    assertThat(curves.auc()).isCloseTo(0.875, EXACT);
    assertThat(curves.averagePrecision()).isCloseTo(0.8333333333333333, EXACT);
  }

  @Test
  void aClassThatDoesNotOccurHasNoCurve() {
    List<Judgement> one = List.of(new Judgement("x", "s", 0, new double[] {0.9, 0.1, 0, 0}));
    Evaluation single = Evaluation.of(Drawn.LABELS, one, Drawn.CONDITIONS);
    assertThat(single.curves()).allSatisfy(c -> assertThat(c.auc()).isNull());
    assertThat(single.curves().get(1).roc()).isEmpty();
    assertThat(single.meanAuc()).isZero();
  }

  @Test
  void binsSayHowOftenTheConfidentAreRight() {
    ReliabilityBin sixth = evaluation.reliability().get(6);
    assertThat(evaluation.reliability()).hasSize(15);
    assertThat(sixth.clips()).isEqualTo(18);
    assertThat(sixth.confidence()).isCloseTo(0.42733410679102823, EXACT);
    assertThat(sixth.accuracy()).isCloseTo(0.5555555555555556, EXACT);
    assertThat(evaluation.reliability().stream().mapToInt(ReliabilityBin::clips).sum())
        .isEqualTo(60);
  }

  @Test
  void partsHaveFiguresOfTheirOwn() {
    List<Judgement> told =
        Drawn.judgements().stream()
            .map(
                j ->
                    new Judgement(
                        j.clip(),
                        j.speaker(),
                        new Traits("drawn", even(j) ? "female" : "male", null),
                        j.truth(),
                        j.probabilities()))
            .toList();
    Evaluation parts = Evaluation.of(Drawn.LABELS, told, Drawn.CONDITIONS);
    GroupScore female = Objects.requireNonNull(parts.groups().get("sex")).get(0);
    GroupScore male = Objects.requireNonNull(parts.groups().get("sex")).get(1);
    assertThat(female.value()).isEqualTo("female");
    assertThat(female.uar()).isCloseTo(0.4861111111111111, EXACT);
    assertThat(female.accuracy()).isCloseTo(0.4666666666666667, EXACT);
    assertThat(female.macroF1()).isCloseTo(0.4737394957983193, EXACT);
    assertThat(male.uar()).isCloseTo(0.6791666666666667, EXACT);
    assertThat(male.clips()).isEqualTo(30);
    assertThat(parts.groups().get("intensity")).isEmpty();
    assertThat(parts.groups().get("speaker")).hasSize(6);
    assertThat(parts.toText())
        .contains("sex female                   0.486   0.467   0.474       30")
        .contains("over 6 speakers, from")
        .doesNotContain("corpus drawn");
  }

  private static boolean even(Judgement judgement) {
    return Integer.parseInt(judgement.speaker().substring("speaker".length())) % 2 == 0;
  }
}
