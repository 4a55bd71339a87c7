package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void anEpochTakesEveryExampleOnceInBatchesOfNearlyOneSize() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 20}");
    Batches batches = new Batches(examples, options, Samples.CLASSES, 3);
    assertThat(Arrays.stream(batches.order(1)).sorted().toArray())
        .isEqualTo(IntStream.range(0, 45).toArray());
    int[] sizes =
        IntStream.range(0, batches.steps())
            .map(step -> batches.make(batches.order(1), 1, step).size())
            .toArray();
    assertThat(sizes).hasSize(6).containsOnly(7, 8);
    assertThat(Arrays.stream(sizes).sum()).isEqualTo(45);
  }

  @Test
  void aBatchDoesNotDependOnWhatWasMadeBefore() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options =
        Samples.options(
            "{batchSize: 8, cropFrames: 20, mixup: 0.3, noise: 0.1, timeStretch: 0.2,"
                + " specAugment: {timeMasks: 1, frequencyMasks: 1, frequencyWidth: 3}}");
    Batches one = new Batches(examples, options, Samples.CLASSES, 3);
    Batches two = new Batches(examples, options, Samples.CLASSES, 3);
    one.make(one.order(1), 1, 0);
    Batch later = one.make(one.order(2), 2, 4);
    Batch alone = two.make(two.order(2), 2, 4);
    assertThat(later.features()).isEqualTo(alone.features());
    assertThat(later.targets()).isEqualTo(alone.targets());
    assertThat(one.make(one.order(3), 3, 4).features()).isNotEqualTo(later.features());
  }

  @Test
  void theBackgroundThreadGivesTheSameBatchesInOrder() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 20}");
    Batches batches = new Batches(examples, options, Samples.CLASSES, 3);
    try (Prefetch prefetch = new Prefetch(batches, 2)) {
      for (int step = 0; step < batches.steps(); step++) {
        assertThat(prefetch.next().features())
            .isEqualTo(batches.make(batches.order(2), 2, step).features());
      }
    }
  }

  @Test
  void balancedSamplingEvensOutClassesOrGroups() {
    int[] labels = IntStream.range(0, 2000).map(i -> i < 100 ? 0 : i < 500 ? 1 : 2).toArray();
    int[] groups = IntStream.range(0, 2000).map(i -> i % 10 == 0 ? 1 : 0).toArray();
    FeatureMatrix one = new FeatureMatrix(new float[1], 1, 1);
    Examples examples =
        new Examples(
            IntStream.range(0, 2000).mapToObj(i -> one).toList(),
            labels,
            IntStream.range(0, 2000).mapToObj(Integer::toString).toList(),
            groups);
    int[] byClass = EpochOrder.of(examples, Sampling.BALANCED_CLASSES, 1, 1);
    int[] byGroup = EpochOrder.of(examples, Sampling.BALANCED_CORPORA, 1, 1);
    assertThat(byClass).hasSize(2000);
    for (int c = 0; c < 3; c++) {
      int kind = c;
      assertThat(Arrays.stream(byClass).filter(i -> labels[i] == kind).count())
          .isBetween(580L, 760L);
    }
    assertThat(Arrays.stream(byGroup).filter(i -> groups[i] == 1).count()).isBetween(900L, 1100L);
  }

  @Test
  void balancedClassWeightsAreInverseToCountsWithMeanOne() {
    int[] labels = {0, 0, 0, 0, 1, 1, 2};
    float[] weights = Targets.weights(3, ClassWeights.BALANCED, labels);
    assertThat(weights[0] + weights[1] + weights[2]).isCloseTo(3, within(1e-5f));
    assertThat(weights[1] / weights[0]).isCloseTo(2, within(1e-5f));
    assertThat(weights[2] / weights[0]).isCloseTo(4, within(1e-5f));
    assertThat(Targets.weights(3, ClassWeights.NONE, labels)).containsExactly(1, 1, 1);
  }

  @Test
  void smoothingSpreadsAShareOverAllClasses() {
    TrainerOptions options = Samples.options("{labelSmoothing: 0.1}");
    float[] target = new float[5];
    new Targets(4, options, new int[] {0}).write(2, target, 1);
    assertThat(target[3]).isCloseTo(0.925f, within(1e-6f));
    assertThat(List.of(target[1], target[2], target[4]))
        .allSatisfy(share -> assertThat(share).isCloseTo(0.025f, within(1e-6f)));
  }

  @Test
  void sharesOfSeveralClassesAreSmoothedAlike() {
    TrainerOptions options = Samples.options("{labelSmoothing: 0.1}");
    float[] target = new float[2];
    new Targets(2, options, new int[] {0}).write(new float[] {0.75f, 0.25f}, target, 0);
    assertThat(target[0]).isCloseTo(0.725f, within(1e-6f));
    assertThat(target[1]).isCloseTo(0.275f, within(1e-6f));
  }

  @Test
  void batchHasTheSharesThatExamplesCarry() {
    Examples plain = Samples.examples(4, 2);
    List<float[]> shares =
        IntStream.range(0, plain.size()).mapToObj(i -> new float[] {0.5f, 0, 0.5f}).toList();
    TrainerOptions options = Samples.options("{labelSmoothing: 0, batchSize: 4}");
    Batches batches = new Batches(plain.withTargets(shares), options, Samples.CLASSES, 1);
    assertThat(batches.make(batches.order(1), 1, 0).targets())
        .startsWith(0.5f, 0, 0.5f)
        .hasSize(12);
  }
}
