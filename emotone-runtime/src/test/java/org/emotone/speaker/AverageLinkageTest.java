package org.emotone.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {

  /** Points about some directions in turn: 0, 1, 2, 0, 1, 2 … */
  private static List<float[]> points(int count, int directions, double spread) {
    Random random = new Random(11);
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] point = new float[16];
      for (int j = 0; j < point.length; j++) {
        point[j] = (float) (spread * random.nextGaussian() + (j == i % directions ? 1 : 0));
      }
      points.add(AverageLinkage.unit(point));
    }
    return points;
  }

  @Test
  void theThresholdFindsTheNumberOfGroups() {
    int[] groups = new AverageLinkage(0.5, null).cluster(points(60, 3, 0.1));
    for (int i = 0; i < groups.length; i++) {
      assertThat(groups[i]).isEqualTo(i % 3);
    }
  }

  @Test
  void aGivenNumberIsKeptWhateverTheThreshold() {
    assertThat(new AverageLinkage(0, 2).cluster(points(30, 3, 0.1)))
        .contains(0, 1)
        .doesNotContain(2);
    assertThat(new AverageLinkage(2, 3).cluster(points(30, 3, 0.1))).contains(0, 1, 2);
  }

  @Test
  void moreThanMemoryAllowsAreGatheredInBlocks() {
    int[] groups = new AverageLinkage(0.5, null).cluster(points(4000, 4, 0.08));
    for (int i = 0; i < groups.length; i++) {
      assertThat(groups[i]).isEqualTo(i % 4);
    }
  }

  @Test
  void nothingAndASinglePointAreGroupsToo() {
    assertThat(new AverageLinkage(0.5, null).cluster(List.of())).isEmpty();
    assertThat(new AverageLinkage(0.5, 3).cluster(points(1, 1, 0))).containsExactly(0);
    assertThat(AverageLinkage.unit(new float[] {0, 0})).containsExactly(0, 0);
  }
}
