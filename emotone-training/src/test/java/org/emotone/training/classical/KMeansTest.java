package org.emotone.training.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {

  private static final Samples CLOUDS = Clouds.of(150, 6, 3, 8, 1);

  @Test
  void findsCloudsThatLieApart() {
    KMeans.Groups groups = KMeans.cluster(List.of(CLOUDS.rows()), 3, 1);
    List<Integer> found = Arrays.stream(groups.group()).boxed().toList();
    List<Integer> truth = Arrays.stream(CLOUDS.labels()).boxed().toList();
    assertThat(Agreement.normalisedInformation(found, truth)).isCloseTo(1, within(1e-9));
    // Each of 6 coefficients has a variance of 1.
    assertThat(groups.inertia()).isCloseTo(150 * 6, within(120.0));
  }

  @Test
  void theElbowIsWhereCloudsAreApart() {
    double[] inertia =
        IntStream.rangeClosed(1, 8)
            .mapToDouble(k -> KMeans.cluster(List.of(CLOUDS.rows()), k, 1).inertia())
            .toArray();
    assertThat(KMeans.elbow(inertia)).isEqualTo(3);
  }

  @Test
  void neverMakesMoreGroupsThanThereAreRows() {
    KMeans.Groups groups = KMeans.cluster(List.of(new float[] {1}, new float[] {2}), 5, 1);
    assertThat(groups.centres()).hasDimensions(2, 1);
    assertThat(groups.inertia()).isZero();
  }

  @Test
  void groupsThatKnowNothingOfEachOtherShareNoInformation() {
    assertThat(Agreement.normalisedInformation(List.of(1, 1, 2, 2), List.of("a", "b", "a", "b")))
        .isCloseTo(0, within(1e-12));
  }
}
