package org.emotone.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NeighboursTest {

  private static final Points LINE = new Points(new float[] {0, 1, 3, 7, 15}, 5, 1);

  @Test
  void standInOrderOfDistance() {
    Neighbours neighbours = Neighbours.of(LINE, 3, null);

    assertThat(neighbours.indices()[2]).containsExactly(1, 0, 3);
    assertThat(neighbours.squaredDistances()[2]).containsExactly(4, 9, 16);
  }

  @Test
  void areOfOtherGroupsWhereThatIsAskedFor() {
    Neighbours neighbours = Neighbours.of(LINE, 2, new int[] {0, 0, 1, 1, 1});

    assertThat(neighbours.indices()[0]).containsExactly(2, 3);
    assertThat(neighbours.indices()[4]).containsExactly(1, 0);
  }

  @Test
  void agreementIsTheShareOfNeighboursOfTheSameGroup() {
    int[] groups = {0, 0, 1, 1, 1};

    // Nearest neighbours: 1, 0, 1, 2, 3.
    assertThat(Neighbours.of(LINE, 1, null).agreement(groups, 1)).isCloseTo(0.8, within(1e-12));
    // By chance: twice 1 of 4, thrice 2 of 4.
    assertThat(Neighbours.chance(groups, null)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void chanceKnowsWhoCannotBeANeighbour() {
    int[] emotions = {0, 1, 0, 1};
    int[] speakers = {0, 0, 1, 1};

    assertThat(Neighbours.chance(emotions, speakers)).isCloseTo(0.5, within(1e-12));
    assertThat(Neighbours.chance(speakers, speakers)).isZero();
  }

  @Test
  void silhouetteIsThatOfTheDefinition() {
    // Points 0, 1 | 4, 6: a = 1, 1, 2, 2; b = 5, 4, 3.5, 5.5.
    Points points = new Points(new float[] {0, 1, 4, 6}, 4, 1);

    assertThat(Silhouette.mean(points, new int[] {0, 0, 1, 1}))
        .isCloseTo((4 / 5.0 + 3 / 4.0 + 1.5 / 3.5 + 3.5 / 5.5) / 4, within(1e-6));
  }

  @Test
  void silhouetteOfOneGroupIsNoNumber() {
    assertThat(Silhouette.mean(LINE, new int[5])).isNaN();
  }

  @Test
  void knownGroupsAreFound() {
    Points points = Clouds.around(new double[][] {{0, 0}, {20, 0}}, 30, 1, 2);

    assertThat(Silhouette.mean(points, Clouds.groups(2, 30))).isGreaterThan(0.8);
    assertThat(Neighbours.of(points, 5, null).agreement(Clouds.groups(2, 30), 5)).isEqualTo(1);
  }
}
