package org.emotone.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrincipalPlaneTest {

  @Test
  void findsTheDirectionsInWhichPointsAreSpread() {
    // Deviations 5 along (1, 1, 0), 2 along (0, 0, 1) and 0.1 across.
    Random random = new Random(1);
    float[] values = new float[3 * 4000];
    double[] along = new double[4000];
    for (int i = 0; i < 4000; i++) {
      along[i] = 5 * random.nextGaussian();
      double across = 0.1 * random.nextGaussian();
      values[3 * i] = (float) ((along[i] + across) / Math.sqrt(2) + 100);
      values[3 * i + 1] = (float) ((along[i] - across) / Math.sqrt(2));
      values[3 * i + 2] = (float) (2 * random.nextGaussian());
    }

    PrincipalPlane components = PrincipalPlane.of(new Points(values, 4000, 3));

    assertThat(components.explained()[0]).isCloseTo(25 / 29.01, within(0.01));
    assertThat(components.explained()[1]).isCloseTo(4 / 29.01, within(0.01));
    double mean = java.util.Arrays.stream(along).average().orElseThrow();
    for (int i = 0; i < 4000; i += 501) {
      assertThat(components.plane().xs()[i]).isCloseTo(along[i] - mean, within(0.2));
    }
  }

  @Test
  void pointsWithoutSpreadLieInOnePlace() {
    PrincipalPlane components = PrincipalPlane.of(new Points(new float[30], 10, 3));

    assertThat(components.explained()).containsExactly(0, 0);
    assertThat(components.plane().xs()).containsOnly(0);
  }

  @Test
  void standardisingGivesEveryDimensionTheSameWeight() {
    Points points = new Points(new float[] {1, 1000, 7, 3, 3000, 7, 5, 5000, 7}, 3, 3);

    Points standard = points.standardised();

    for (int point = 0; point < 3; point++) {
      assertThat(standard.get(point, 0)).isEqualTo(standard.get(point, 1));
      assertThat(standard.get(point, 2)).isZero();
    }
    assertThat(standard.get(2, 0)).isCloseTo(1.2247f, within(1e-4f));
  }

  @Test
  void whatIsNotKnownStandsAtTheMean() {
    Points points = new Points(new float[] {1, Float.NaN, 3}, 3, 1).standardised();

    assertThat(points.values()).containsExactly(-1, 0, 1);
  }
}
