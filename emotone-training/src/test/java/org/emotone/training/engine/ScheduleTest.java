package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  /**
   * The definition of PyTorch's OneCycleLR(max_lr=1, total_steps=20, pct_start=0.3): from 1/25 to 1
   * at step 0.3 · 20 − 1 = 5, to 1/25/10000 at step 19, half way between at the middles.
   */
  @Test
  void oneCycleRisesAndFallsAsPyTorchs() {
    Schedule schedule = new Schedule.OneCycle(0.3, 25, 1e4);
    assertThat(schedule.factor(0, 20, 5)).isCloseTo(0.04, within(1e-12));
    assertThat(schedule.factor(5, 20, 5)).isCloseTo(1, within(1e-12));
    assertThat(schedule.factor(12, 20, 5)).isCloseTo((1 + 4e-6) / 2, within(1e-12));
    assertThat(schedule.factor(19, 20, 5)).isCloseTo(4e-6, within(1e-12));
  }

  @Test
  void oneCycleOfFewStepsIsFinite() {
    Schedule schedule = new Schedule.OneCycle(0.25, 25, 1e4);
    for (int steps = 1; steps < 12; steps++) {
      for (int step = 0; step < steps; step++) {
        assertThat(schedule.factor(step, steps, steps)).isBetween(1e-9, 1.0);
      }
    }
  }

  @Test
  void cosineWarmsUpInALineAndFallsToItsMinimum() {
    Schedule schedule = new Schedule.Cosine(2, 0.1);
    assertThat(schedule.factor(0, 100, 5)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.factor(9, 100, 5)).isCloseTo(1, within(1e-12));
    assertThat(schedule.factor(10, 100, 5)).isCloseTo(1, within(1e-12));
    assertThat(schedule.factor(55, 100, 5)).isCloseTo(0.55, within(1e-12));
    assertThat(schedule.factor(100, 100, 5)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void constantIsConstant() {
    assertThat(new Schedule.Constant().factor(17, 20, 5)).isEqualTo(1);
  }
}
