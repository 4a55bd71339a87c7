package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MixingTest {

  @Property(tries = 20)
  void sharesFollowTheBetaDistribution(@ForAll @DoubleRange(min = 0.05, max = 2) double alpha) {
    SplittableRandom random = new SplittableRandom(5);
    int n = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double share = Mixup.beta(alpha, random);
      assertThat(share).isBetween(0.0, 1.0);
      sum += share;
      squares += share * share;
    }
    double mean = sum / n;
    assertThat(mean).isCloseTo(0.5, within(0.015));
    assertThat(squares / n - mean * mean).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.01));
  }

  @Property
  void mixingKeepsTheSumOfEachTarget(@ForAll long seed) {
    Batch batch = new Batch(new float[] {1, 2, 3, 4}, new float[] {1, 0, 0, 0, 0.5f, 0.5f}, 2);
    Batch mixed = Mixup.apply(batch, new int[] {1, 0}, 0.4, new SplittableRandom(seed));
    for (int i = 0; i < 2; i++) {
      float[] target = Arrays.copyOfRange(mixed.targets(), 3 * i, 3 * i + 3);
      assertThat(target[0] + target[1] + target[2]).isCloseTo(1, within(1e-6f));
      float share = target[0];
      assertThat(mixed.features()[2 * i]).isCloseTo(share * 1 + (1 - share) * 3, within(1e-5f));
    }
  }

  @Property
  void aCutIsARectangleOfThePartnerWhoseAreaIsItsShare(@ForAll long seed) {
    float[] features = new float[2 * 20 * 10];
    Arrays.fill(features, 0, 200, 1);
    Batch batch = new Batch(features, new float[] {1, 0, 0, 1}, 2);
    Batch cut = CutMix.apply(batch, new int[] {1, 0}, 1, 20, new SplittableRandom(seed));
    boolean[] rows = new boolean[20];
    boolean[] columns = new boolean[10];
    int area = 0;
    for (int i = 0; i < 200; i++) {
      if (cut.features()[i] == 0) {
        area++;
        rows[i / 10] = true;
        columns[i % 10] = true;
      }
    }
    assertThat(area).isEqualTo(run(rows) * run(columns));
    assertThat(cut.targets()[1]).isCloseTo(area / 200f, within(1e-6f));
    assertThat(cut.targets()[0] + cut.targets()[1]).isCloseTo(1, within(1e-6f));
  }

  @Property(tries = 50)
  void partnersOfTheSameClassAreNeverOfAnother(@ForAll long seed) {
    TrainerOptions options = Samples.options("{mixup: 0.5, partners: sameClass}");
    int[] labels = new SplittableRandom(seed).ints(12, 0, 5).toArray();
    float[] targets = new float[12 * 5];
    for (int i = 0; i < 12; i++) {
      targets[i * 5 + labels[i]] = 1;
    }
    Batch mixed =
        new Mixing(options, seed).apply(new Batch(new float[12], targets, 12), labels, 1, 1, 0);
    assertThat(mixed.targets()).containsExactly(targets, within(1e-6f));
  }

  @Test
  void withMixupAndCutMixBatchesAreMixedOrCut() {
    TrainerOptions options = Samples.options("{mixup: 1, cutMix: 1}");
    Mixing mixing = new Mixing(options, 1);
    float[] features = new float[2 * 30];
    Arrays.fill(features, 0, 30, 1);
    int mixed = 0;
    for (int step = 0; step < 100; step++) {
      Batch batch = new Batch(features, new float[] {1, 0, 0, 1}, 2);
      float[] values = mixing.apply(batch, new int[] {0, 1}, 10, 1, step).features();
      mixed += values[0] != 0 && values[0] != 1 ? 1 : 0;
    }
    // Half of the batches, and of a mixed one half have another partner than themselves.
    assertThat(mixed).isBetween(10, 40);
  }

  /** How many there are, all in one run. */
  private static int run(boolean[] marks) {
    int first = 0;
    while (first < marks.length && !marks[first]) {
      first++;
    }
    int last = marks.length;
    while (last > first && !marks[last - 1]) {
      last--;
    }
    return last - first;
  }
}
