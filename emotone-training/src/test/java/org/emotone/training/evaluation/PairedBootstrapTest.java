package org.emotone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

  private static final List<String> LABELS = List.of("a", "b");

  /** Clips of twelve speakers, some much harder than others, right with a probability more. */
  private static List<Judgement> judged(double more, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judgement> judgements = new ArrayList<>();
    for (int speaker = 0; speaker < 12; speaker++) {
      for (int clip = 0; clip < 60; clip++) {
        int truth = clip % 2;
        boolean right = random.nextDouble() < 0.4 + 0.04 * speaker + more;
        int answer = right ? truth : 1 - truth;
        judgements.add(
            new Judgement(
                speaker + "-" + clip, "s" + speaker, truth, new double[] {1 - answer, answer}));
      }
    }
    return judgements;
  }

  private static Interval difference(List<Judgement> first, List<Judgement> second) {
    return Objects.requireNonNull(SpeakerBootstrap.STANDARD.difference(LABELS, first, second));
  }

  @Test
  void sameAnswersDifferByNothing() {
    Interval interval = difference(judged(0, 1), judged(0, 1));
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isZero();
    assertThat(interval.method()).isEqualTo("paired bootstrap over 12 speakers, 1000 draws");
  }

  @Test
  void pairedIntervalIsNarrowerThanThatOfOneAloneAndHoldsTheTruth() {
    List<Judgement> first = judged(0, 1);
    List<Judgement> second = judged(0.1, 2);
    Interval paired = difference(first, second);
    Interval alone = Objects.requireNonNull(SpeakerBootstrap.STANDARD.interval(LABELS, first));
    assertThat(paired.lower()).isLessThan(0.1);
    assertThat(paired.upper()).isGreaterThan(0.1);
    assertThat(paired.upper() - paired.lower()).isLessThan(alone.upper() - alone.lower());
    Interval turned = difference(second, first);
    assertThat(turned.lower()).isCloseTo(-paired.upper(), within(1e-9));
  }

  @Test
  void oneSpeakerAloneHasNoInterval() {
    List<Judgement> one =
        judged(0, 1).stream().filter(judgement -> judgement.speaker().equals("s1")).toList();
    assertThat(SpeakerBootstrap.STANDARD.difference(LABELS, one, one)).isNull();
  }
}
