package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.loss.ClassWeights;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void anEpochTakesEveryExampleOnceInBatchesOfNearlyOneSize() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 20}");
    Batches batches = new Batches(AugmentedExamples.plain(examples), options, Samples.CLASSES, 3);
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
  void wholeClipsComeWithOthersOfSimilarLengths() {
    Examples examples = Samples.examples(300, 1);
    TrainerOptions options = Samples.options("{batchSize: 10, cropFrames: 0}");
    Batches batches = new Batches(AugmentedExamples.plain(examples), options, Samples.CLASSES, 3);
    int[] order = batches.order(1);
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 300).toArray());
    assertThat(order).isNotEqualTo(batches.order(2)).isEqualTo(batches.order(1));
    int padding = 0;
    int values = 0;
    for (int step = 0; step < batches.steps(); step++) {
      Batch batch = batches.make(order, 1, step);
      int frames = batch.features().length / batch.size() / Samples.COEFFICIENTS;
      for (int i = 0; i < batch.size(); i++) {
        FeatureMatrix clip = examples.features().get(order[step * 10 + i]);
        assertThat(batch.lengths()[i]).isEqualTo(clip.frames());
        int start = i * frames * Samples.COEFFICIENTS;
        assertThat(Arrays.copyOfRange(batch.features(), start, start + clip.values().length))
            .isEqualTo(clip.values());
        padding += frames - clip.frames();
        values += frames;
      }
    }
    assertThat(padding / (double) values).isLessThan(0.05); // a third, were they not sorted
  }

  @Test
  void aStretchedWholeClipHasItsNewLengthAndNoneIsShorterThanTheShortest() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 0, cutMix: 1}");
    AugmentedExamples augmented =
        Samples.augmented(examples, "{type: timeStretch, most: 0.5}", "{type: featureNoise}");
    Batches batches = new Batches(augmented, options, Samples.CLASSES, 3);
    int[] order = batches.order(1);
    boolean longer = false;
    for (int step = 0; step < batches.steps(); step++) {
      Batch batch = batches.make(order, 1, step);
      int first = LengthBuckets.start(order, step, batches.steps());
      for (int i = 0; i < batch.size(); i++) {
        longer |= batch.lengths()[i] > examples.features().get(order[first + i]).frames();
        assertThat(batch.lengths()[i]).isBetween(20, 59);
      }
    }
    assertThat(longer).isTrue();
  }

  @Test
  void aBatchDoesNotDependOnWhatWasMadeBefore() {
    Examples examples = Samples.examples(45, 1);
    TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 20, mixup: 0.3}");
    AugmentedExamples augmented =
        Samples.augmented(
            examples,
            "{type: timeStretch, most: 0.2}",
            "{type: specAugment, timeMasks: 1, frequencyMasks: 1, frequencyWidth: 3, p: 0.5}",
            "{type: featureNoise}");
    Batches one = new Batches(augmented, options, Samples.CLASSES, 3);
    Batches two = new Batches(augmented, options, Samples.CLASSES, 3);
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
    Batches batches = new Batches(AugmentedExamples.plain(examples), options, Samples.CLASSES, 3);
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
    int[] counts = {4, 2, 1};
    float[] weights = ClassWeights.BALANCED.weights(counts);
    assertThat(weights[0] + weights[1] + weights[2]).isCloseTo(3, within(1e-5f));
    assertThat(weights[1] / weights[0]).isCloseTo(2, within(1e-5f));
    assertThat(weights[2] / weights[0]).isCloseTo(4, within(1e-5f));
    assertThat(ClassWeights.NONE.weights(counts)).containsExactly(1, 1, 1);
    assertThat(ClassWeights.of(List.of(2.0, 0.5, 1.0)).weights(counts)).containsExactly(2, 0.5f, 1);
  }

  @Test
  void aClassWithoutAnExampleWeighsNothingWhenBalanced() {
    float[] weights = ClassWeights.BALANCED.weights(new int[] {3, 0, 6});
    assertThat(weights[1]).isZero();
    assertThat(weights[0] + weights[2]).isCloseTo(2, within(1e-5f));
  }

  @Test
  void smoothingSpreadsAShareOverAllClasses() {
    TrainerOptions options = Samples.options("{labelSmoothing: 0.1}");
    float[] target = new float[5];
    FeatureMatrix one = new FeatureMatrix(new float[1], 1, 1);
    Examples examples = new Examples(List.of(one), new int[] {2}, List.of("a"));
    new Targets(4, options, examples).write(0, target, 1);
    assertThat(target[3]).isCloseTo(0.925f, within(1e-6f));
    assertThat(List.of(target[1], target[2], target[4]))
        .allSatisfy(share -> assertThat(share).isCloseTo(0.025f, within(1e-6f)));
  }

  @Test
  void softLabelsAndFurtherTasksStandInTheTargets() {
    TrainerOptions options =
        Samples.options(
            "{labelSmoothing: 0.1, classWeights: [1, 2], sideTasks: [{label: sex, weight: 0.5},"
                + " {label: intensity}]}");
    FeatureMatrix one = new FeatureMatrix(new float[1], 1, 1);
    Examples examples =
        new Examples(List.of(one), new int[] {1}, List.of("a"))
            .withTargets(List.of(new float[] {0.25f, 0.75f}))
            .withSides(
                List.of(new SideLabels(2, new int[] {1}), new SideLabels(3, new int[] {-1})));
    float[] target = new float[7];
    assertThat(Targets.width(2, examples)).isEqualTo(7);
    new Targets(2, options, examples).write(0, target, 0);
    assertThat(target)
        .containsExactly(new float[] {0.275f, 1.45f, 0, 0.5f, 0, 0, 0}, within(1e-6f));
  }

  @Test
  void batchHasTheSharesThatExamplesCarry() {
    Examples plain = Samples.examples(4, 2);
    List<float[]> shares =
        IntStream.range(0, plain.size()).mapToObj(i -> new float[] {0.5f, 0, 0.5f}).toList();
    TrainerOptions options = Samples.options("{labelSmoothing: 0, batchSize: 4}");
    Batches batches =
        new Batches(
            AugmentedExamples.plain(plain.withTargets(shares)), options, Samples.CLASSES, 1);
    assertThat(batches.make(batches.order(1), 1, 0).targets())
        .startsWith(0.5f, 0, 0.5f)
        .hasSize(12);
  }
}
