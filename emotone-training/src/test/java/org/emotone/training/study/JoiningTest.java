package org.emotone.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.study.Joining.Joined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoiningTest {

  private static final int CLASSES = 3;

  /** Answers that give the truth this much on average, and the rest to the others. */
  private static List<Judgement> branch(String prefix, int clips, double share, int seed) {
    Random random = new Random(seed);
    List<Judgement> judgements = new ArrayList<>();
    for (int clip = 0; clip < clips; clip++) {
      int truth = clip % CLASSES;
      double[] logits = new double[CLASSES];
      for (int k = 0; k < CLASSES; k++) {
        logits[k] = random.nextGaussian() + (k == truth ? share : 0);
      }
      double sum = Arrays.stream(logits).map(Math::exp).sum();
      double[] p = Arrays.stream(logits).map(logit -> Math.exp(logit) / sum).toArray();
      judgements.add(new Judgement(prefix + clip, "speaker" + clip % 5, truth, p));
    }
    return judgements;
  }

  private static double accuracy(List<Judgement> judgements) {
    return judgements.stream().filter(j -> j.predicted() == j.truth()).count()
        / (double) judgements.size();
  }

  private static Joined join(FusionMethod method, double first, double second) {
    List<List<Judgement>> validation =
        List.of(branch("v", 300, first, 1), branch("v", 300, second, 2));
    List<List<Judgement>> test = List.of(branch("t", 900, first, 3), branch("t", 900, second, 4));
    return new Joining(method, validation, test, "fold 1").join();
  }

  @ParameterizedTest
  @EnumSource
  void twoIndependentBranchesAreBetterTogetherThanAlone(FusionMethod method) {
    Joined joined = join(method, 1.5, 1.5);
    double alone = accuracy(branch("t", 900, 1.5, 3));
    assertThat(accuracy(joined.judgements())).isGreaterThan(alone + 0.03);
    joined
        .judgements()
        .forEach(
            j -> assertThat(Arrays.stream(j.probabilities()).sum()).isCloseTo(1, within(1e-9)));
  }

  @Test
  void theWeightGoesToTheBranchThatKnows() {
    double[] weights = join(FusionMethod.WEIGHTED, 4, 0).weights();
    assertThat(weights[0]).isGreaterThan(0.9);
    assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-9));
    assertThat(join(FusionMethod.MEAN, 4, 0).weights()).containsExactly(0.5, 0.5);
  }

  @Test
  void theOrderInWhichABranchListsItsClipsDoesNotMatter() {
    List<Judgement> shuffled = new ArrayList<>(branch("t", 90, 2, 4));
    Collections.shuffle(shuffled, new Random(9));
    List<List<Judgement>> validation = List.of(branch("v", 60, 2, 1), branch("v", 60, 2, 2));
    Joined plain =
        new Joining(
                FusionMethod.MEAN,
                validation,
                List.of(branch("t", 90, 2, 3), branch("t", 90, 2, 4)),
                "fold 1")
            .join();
    Joined mixed =
        new Joining(
                FusionMethod.MEAN, validation, List.of(branch("t", 90, 2, 3), shuffled), "fold 1")
            .join();
    for (int clip = 0; clip < 90; clip++) {
      assertThat(mixed.judgements().get(clip).probabilities())
          .containsExactly(plain.judgements().get(clip).probabilities());
    }
  }

  @Test
  void branchesThatTestedDifferentClipsAreRefused() {
    List<List<Judgement>> validation = List.of(branch("v", 60, 2, 1), branch("v", 60, 2, 2));
    List<List<Judgement>> test = List.of(branch("t", 90, 2, 3), branch("u", 90, 2, 4));
    assertThatThrownBy(() -> new Joining(FusionMethod.MEAN, validation, test, "seed1-fold2"))
        .isInstanceOf(TrainingException.class)
        .hasMessage("seed1-fold2: the branches were tested on different clips");
    assertThatThrownBy(() -> new Joining(FusionMethod.MEAN, test, validation, "seed1-fold2"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no validation clip in common");
  }
}
