package org.emotone.training.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.Familiarity;
import org.emotone.Guard;
import org.junit.jupiter.api.Test;

class GuardFittingTest {

  private static final int SIZE = 40;

  /** Points around a place, which two directions spread far and all others little. */
  private static List<float[]> cloud(int count, double away, long seed) {
    Random random = new Random(seed);
    List<float[]> cloud = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] point = new float[SIZE];
      double along = random.nextGaussian();
      for (int d = 0; d < SIZE; d++) {
        double far = d % 2 == 0 ? 0.3 * along : 0;
        point[d] = (float) (1 + far + 0.05 * random.nextGaussian() + (d < 5 ? away : 0));
      }
      cloud.add(point);
    }
    return cloud;
  }

  private static Guard fitted() {
    return GuardFitting.fit(cloud(400, 0, 1), cloud(200, 0, 2)).orElseThrow();
  }

  @Test
  void theStatedShareOfTheValidationLiesWithinTheThreshold() {
    Guard guard = fitted();
    Familiarity familiarity = new Familiarity(guard);
    long within = cloud(200, 0, 2).stream().filter(p -> familiarity.strangeness(p) <= 1).count();
    assertThat(within / 200.0).isCloseTo(guard.kept(), within(0.006));
    assertThat(guard.kept()).isEqualTo(GuardFitting.KEPT);
    assertThat(guard.dimensions()).isEqualTo(SIZE);
  }

  @Test
  void whatLiesOutsideIsStrangeAndFartherIsStranger() {
    Familiarity familiarity = new Familiarity(fitted());
    assertThat(cloud(50, 1, 3)).allMatch(point -> familiarity.strangeness(point) > 1);
    double near = familiarity.strangeness(cloud(1, 1, 4).get(0));
    assertThat(familiarity.strangeness(cloud(1, 3, 4).get(0))).isGreaterThan(near);
  }

  @Test
  void louderIsNotStranger() {
    Familiarity familiarity = new Familiarity(fitted());
    float[] point = cloud(1, 0, 5).get(0);
    float[] louder = point.clone();
    for (int i = 0; i < louder.length; i++) {
      louder[i] *= 8;
    }
    assertThat(familiarity.strangeness(louder))
        .isCloseTo(familiarity.strangeness(point), within(1e-4));
  }

  @Test
  void thereIsNoneForTooFewClipsTooLongEmbeddingsOrNoSpread() {
    assertThat(GuardFitting.fit(cloud(99, 0, 1), cloud(200, 0, 2))).isEmpty();
    assertThat(GuardFitting.fit(cloud(400, 0, 1), cloud(39, 0, 2))).isEmpty();
    List<float[]> same = new ArrayList<>();
    List<float[]> longOnes = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      same.add(new float[] {1, 2});
      longOnes.add(new float[1025]);
    }
    assertThat(GuardFitting.fit(same, same)).isEmpty();
    assertThat(GuardFitting.fit(longOnes, longOnes)).isEmpty();
  }
}
