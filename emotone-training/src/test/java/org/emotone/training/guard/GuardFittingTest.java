package org.emotone.training.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.Familiarity;
import org.emotone.FeatureSummary;
import org.emotone.Guard;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class GuardFittingTest {

  private static final int COEFFICIENTS = 10;
  private static final int FUNCTIONALS = 1300;
  private static final int SIZE = FeatureSummary.size(COEFFICIENTS);

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
    return GuardFitting.fit(cloud(400, 0, 1), cloud(200, 0, 2), COEFFICIENTS).orElseThrow();
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
  void coefficientsOfOtherUnitsCountTheSame() {
    List<float[]> learned = inOtherUnits(cloud(400, 0, 1));
    List<float[]> validated = inOtherUnits(cloud(200, 0, 2));
    Guard guard = GuardFitting.fit(learned, validated, COEFFICIENTS).orElseThrow();
    float[] point = cloud(1, 1, 5).get(0);
    assertThat(new Familiarity(guard).strangeness(inOtherUnits(List.of(point)).get(0)))
        .isCloseTo(new Familiarity(fitted()).strangeness(point), within(1e-2));
  }

  private static List<float[]> inOtherUnits(List<float[]> points) {
    List<float[]> changed = new ArrayList<>();
    for (float[] point : points) {
      float[] other = point.clone();
      for (int i = 3; i < SIZE; i += COEFFICIENTS) {
        other[i] *= 1000;
      }
      changed.add(other);
    }
    return changed;
  }

  /** Such as the mean of what is normalised: rounding must not decide. */
  @Test
  void whatHardlyVariesHardlyCounts() {
    List<float[]> learned = cloud(400, 0, 1);
    List<float[]> validated = cloud(200, 0, 2);
    for (List<float[]> points : List.of(learned, validated)) {
      points.forEach(point -> point[0] = 0);
    }
    Guard guard = GuardFitting.fit(learned, validated, COEFFICIENTS).orElseThrow();
    float[] point = validated.get(0);
    double before = new Familiarity(guard).strangeness(point);
    point[0] = 1e-4f;
    assertThat(new Familiarity(guard).strangeness(point)).isCloseTo(before, within(1e-3));
  }

  @Test
  void thereIsNoneForTooFewClipsOrNoSpread() {
    assertThat(GuardFitting.fit(cloud(99, 0, 1), cloud(200, 0, 2), COEFFICIENTS)).isEmpty();
    assertThat(GuardFitting.fit(cloud(400, 0, 1), cloud(39, 0, 2), COEFFICIENTS)).isEmpty();
    List<float[]> same = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      same.add(new float[] {1, 2, 3});
    }
    assertThat(GuardFitting.fit(same, same, 1)).isEmpty();
  }

  @Test
  void functionalsFarFromUsualAreStrange() {
    List<float[]> learned = functionals(400, 1, 1);
    Guard guard = GuardFitting.fit(learned, functionals(200, 1, 2), FUNCTIONALS).orElseThrow();
    Familiarity familiarity = new Familiarity(guard);

    assertThat(functionals(200, 1, 3))
        .filteredOn(f -> familiar(familiarity, f))
        .hasSizeGreaterThan(180);
    assertThat(functionals(50, 2, 4)).noneMatch(f -> familiar(familiarity, f));
  }

  private static boolean familiar(Familiarity familiarity, float[] summary) {
    return familiarity.strangeness(summary) <= 1;
  }

  private static List<float[]> functionals(int clips, double spread, long seed) {
    Random random = new Random(seed);
    List<float[]> summaries = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      float[] values = new float[FUNCTIONALS];
      for (int c = 0; c < FUNCTIONALS; c++) {
        values[c] = (float) (spread * random.nextGaussian());
      }
      summaries.add(FeatureSummary.of(new FeatureMatrix(values, 1, FUNCTIONALS)));
    }
    return summaries;
  }
}
