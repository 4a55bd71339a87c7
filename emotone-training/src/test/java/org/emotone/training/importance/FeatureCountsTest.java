package org.emotone.training.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.importance.FeatureCounts.Order;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;

final class FeatureCountsTest {

  private static String[] groups(int noise, int known) {
    String[] groups = new String[noise + known];
    Arrays.fill(groups, "noise");
    Arrays.fill(groups, noise, groups.length, "known");
    return groups;
  }

  private static FeatureCountsResult of(int noise, int known, Integer... counts) throws Exception {
    return new FeatureCounts(List.of(1L, 2L, 3L), List.of(counts))
        .of(
            RecipeFile.parse("made-up.yaml", Tables.RECIPE),
            seed -> Tables.of(seed, 60, groups(noise, known)),
            words -> {});
  }

  @Test
  void manyColumnsOfNoiseAreLearnedByHeart() throws Exception {
    FeatureCountsResult result = of(300, 0, 1, 300);

    List<FeatureCountsResult.Row> random = result.of(Order.RANDOM);
    assertThat(random.get(0).train()).isLessThan(0.75);
    assertThat(random.get(1).train()).isEqualTo(1);
    assertThat(random.get(1).heldOut()).isCloseTo(0.5, within(0.15));
    assertThat(random.get(1).gap()).isGreaterThan(random.get(0).gap());
    assertThat(result.toText()).contains("at random", "most informative", "3 seeds (1, 2, 3)");
    assertThat(result.toCsv()).hasLineCount(5);
  }

  @Test
  void theInformativeOrderFindsTheColumnThatKnows() throws Exception {
    FeatureCountsResult result = of(99, 1, 1);

    assertThat(result.of(Order.INFORMATIVE).get(0).heldOut()).isGreaterThan(0.95);
    assertThat(result.of(Order.RANDOM).get(0).heldOut()).isLessThan(0.8);
    assertThat(result.of(Order.INFORMATIVE).get(0).groups()).containsOnlyKeys("known");
    assertThat(result.toText()).contains("       1  known 100 %");
  }

  @Test
  void countsThatCannotBeAreRefusedInOneLine() {
    assertThatThrownBy(() -> of(5, 1, 3, 7))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("counts has 7, but the recipe has 6 features");
    assertThatThrownBy(() -> of(5, 1, 3, 3)).hasMessageContaining("ascending, were [3, 3]");
    assertThatThrownBy(() -> of(5, 1, 0)).hasMessageContaining("from 1 on");
  }

  @Test
  void informationIsTheEntropyOfTheClassAtMostAndNoneOfAConstant() {
    int[] labels = IntStream.range(0, 400).map(i -> i % 4).toArray();
    double[] same = Arrays.stream(labels).mapToDouble(label -> 10 * label).toArray();
    Random random = new Random(1);
    double[] noise = random.doubles(400).toArray();

    assertThat(MutualInformation.bits(same, labels, 4)).isCloseTo(2, within(1e-9));
    assertThat(MutualInformation.bits(new double[400], labels, 4)).isCloseTo(0, within(1e-9));
    assertThat(MutualInformation.bits(noise, labels, 4)).isBetween(0.0, 0.15);
  }
}
