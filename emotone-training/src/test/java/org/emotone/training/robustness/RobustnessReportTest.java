package org.emotone.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Traits;
import org.junit.jupiter.api.Test;

class RobustnessReportTest {

  private static final List<String> LABELS = List.of("calm", "angry");
  private static final Conditions HOW =
      new Conditions("m", List.of("c"), "apart", "0 shared", 0, Map.of(), 0, 1);
  private static final Change NONE = (clip, random) -> clip.sound();

  /** Forty clips of two women and two men; the first {@code wrong} of each speaker are wrong. */
  private static List<Answer> answers(int wrong, int uncertain) {
    List<Answer> answers = new ArrayList<>();
    for (int speaker = 0; speaker < 4; speaker++) {
      for (int i = 0; i < 10; i++) {
        int truth = i % 2;
        int said = i < wrong ? 1 - truth : truth;
        double[] probabilities = said == 0 ? new double[] {0.8, 0.2} : new double[] {0.2, 0.8};
        Traits traits = new Traits("c", speaker < 2 ? "female" : "male", null);
        answers.add(
            new Answer(
                new Judgement(speaker + "-" + i, "c:" + speaker, traits, truth, probabilities),
                i >= uncertain));
      }
    }
    return answers;
  }

  private static ConditionScore score(Kind kind, String series, double level, int wrong) {
    Disturbance condition =
        new Disturbance(series + "-" + level, kind, series, level, series, NONE);
    return ConditionScore.of(condition, LABELS, answers(0, 2), answers(wrong, 5));
  }

  private static RobustnessReport report(ConditionScore... others) {
    List<ConditionScore> scores = new ArrayList<>();
    Disturbance clean = new Disturbance("clean", Kind.CLEAN, "clean", 0, "as recorded", NONE);
    scores.add(ConditionScore.of(clean, LABELS, answers(0, 2), answers(0, 2)));
    scores.addAll(List.of(others));
    return RobustnessReport.of(
        HOW, LABELS, ConditionScore.judgements(answers(0, 2)), scores, List.of());
  }

  @Test
  void aConditionIsHeldAgainstTheClipsAsRecorded() {
    ConditionScore score = score(Kind.NOISE, "white", 20, 4);
    assertThat(score.uar()).isCloseTo(0.6, within(1e-9));
    assertThat(score.change()).isCloseTo(-0.4, within(1e-9));
    assertThat(score.unchanged()).isCloseTo(0.6, within(1e-9));
    assertThat(score.uncertain()).isCloseTo(0.5, within(1e-9));
    assertThat(score.certainAccuracy()).isEqualTo(1.0);
  }

  @Test
  void whereNothingIsCertainNoShareOfItIsRight() {
    Disturbance condition = new Disturbance("x", Kind.CALL, "x", 0, "x", NONE);
    ConditionScore score = ConditionScore.of(condition, LABELS, answers(0, 0), answers(0, 10));
    assertThat(score.certainAccuracy()).isNull();
    assertThat(report(score).toJson()).contains("\"certainAccuracy\" : null");
    assertThat(report(score).toText()).contains("100.0 %", "–");
  }

  @Test
  void aLengthIsUsableOnlyIfEveryLongerOneIs() {
    ConditionScore three = score(Kind.LENGTH, "length", 3, 0);
    ConditionScore two = score(Kind.LENGTH, "length", 2, 0);
    ConditionScore one = score(Kind.LENGTH, "length", 1, 1);
    ConditionScore half = score(Kind.LENGTH, "length", 0.5, 0);
    assertThat(report(three, two, one, half).shortestUsable()).isEqualTo(2.0);
    assertThat(report(score(Kind.LENGTH, "length", 3, 1), two).shortestUsable()).isNull();
    assertThat(report().shortestUsable()).isNull();
  }

  @Test
  void thresholdsAreHeldAgainstWhatTheyWerePublishedFor() {
    List<Check> checks =
        report(
                score(Kind.NOISE, "white", 20, 0),
                score(Kind.NOISE, "babble", 20, 1),
                score(Kind.NOISE, "white", 10, 9),
                score(Kind.SMALL, "gain", 0, 1))
            .checks();
    assertThat(checks)
        .filteredOn(check -> check.test().startsWith("noise"))
        .extracting(Check::of, Check::passed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("white", true),
            org.assertj.core.groups.Tuple.tuple("white", true),
            org.assertj.core.groups.Tuple.tuple("babble", false),
            org.assertj.core.groups.Tuple.tuple("babble", true));
    assertThat(checks)
        .filteredOn(check -> check.test().startsWith("small"))
        .singleElement()
        .satisfies(check -> assertThat(check.passed()).isFalse());
    assertThat(checks).allSatisfy(check -> assertThat(check.source()).contains("2312.06270"));
  }

  @Test
  void aFairModelPassesWhatIsAskedOfSexes() {
    RobustnessReport report = report();
    assertThat(report.sexGap()).isZero();
    assertThat(report.checks())
        .filteredOn(check -> check.test().contains("sex"))
        .hasSize(10)
        .allMatch(Check::passed);
  }

  @Test
  void aSexThatIsRecognisedWorseIsFound() {
    List<Answer> answers = new ArrayList<>(answers(0, 0).subList(0, 20));
    answers.addAll(answers(4, 0).subList(20, 40));
    List<Judgement> clean = ConditionScore.judgements(answers);
    Disturbance none = new Disturbance("clean", Kind.CLEAN, "clean", 0, "as recorded", NONE);
    RobustnessReport report =
        RobustnessReport.of(
            HOW,
            LABELS,
            clean,
            List.of(ConditionScore.of(none, LABELS, answers, answers)),
            List.of());
    assertThat(report.sexGap()).isCloseTo(0.4, within(1e-9));
    assertThat(report.checks())
        .filteredOn(check -> check.test().equals("UAR of each sex, off by"))
        .extracting(Check::passed)
        .containsExactly(false, false);
    assertThat(report.bySpeaker().get(0).value()).isEqualTo("c:2");
  }

  @Test
  void aGuardThatTellsStrangeSoundsApartHasTheWholeArea() {
    List<StrangeScore.Reply> clips =
        List.of(
            new StrangeScore.Reply(true, true, 0.9, 0.3),
            new StrangeScore.Reply(true, true, 0.5, 0.8));
    List<StrangeScore.Reply> sounds =
        List.of(
            new StrangeScore.Reply(false, false, 0.95, 1.2),
            new StrangeScore.Reply(true, true, 0.7, 0.9));
    StrangeScore score = StrangeScore.of("tones", clips, sounds);
    assertThat(score.byGuard()).isEqualTo(1.0);
    assertThat(score.byConfidence()).isEqualTo(0.25);
    assertThat(score.certain()).isEqualTo(0.5);
    assertThat(score.strange()).isEqualTo(0.5);
    List<StrangeScore.Reply> unguarded = List.of(new StrangeScore.Reply(true, true, 0.9, null));
    assertThat(StrangeScore.of("tones", unguarded, unguarded).byGuard()).isNull();
  }
}
