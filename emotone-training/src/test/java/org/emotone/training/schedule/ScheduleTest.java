package org.emotone.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Offset<Double> EXACT = within(1e-12);

  /**
   * The definition of PyTorch's OneCycleLR(max_lr=1, total_steps=20, pct_start=0.3): from 1/25 to 1
   * at step 0.3 · 20 − 1 = 5, to 1/25/10000 at step 19, half way between at the middles.
   */
  @Test
  void oneCycleRisesAndFallsAsPyTorchs() {
    Schedule schedule = new OneCycle(0.3, 25, 1e4);
    assertThat(factor(schedule, 0, 20)).isCloseTo(0.04, EXACT);
    assertThat(factor(schedule, 5, 20)).isCloseTo(1, EXACT);
    assertThat(factor(schedule, 12, 20)).isCloseTo((1 + 4e-6) / 2, EXACT);
    assertThat(factor(schedule, 19, 20)).isCloseTo(4e-6, EXACT);
  }

  @Test
  void oneCycleOfFewStepsIsFinite() {
    Schedule schedule = new OneCycle(0.25, 25, 1e4);
    for (int steps = 1; steps < 12; steps++) {
      for (int step = 0; step < steps; step++) {
        assertThat(schedule.factor(new Moment(step, steps, steps))).isBetween(1e-9, 1.0);
      }
    }
  }

  @Test
  void cosineWarmsUpInALineAndFallsToItsMinimum() {
    Schedule schedule = new Cosine(2, 0.1);
    assertThat(factor(schedule, 0, 100)).isCloseTo(0.1, EXACT);
    assertThat(factor(schedule, 9, 100)).isCloseTo(1, EXACT);
    assertThat(factor(schedule, 10, 100)).isCloseTo(1, EXACT);
    assertThat(factor(schedule, 55, 100)).isCloseTo(0.55, EXACT);
    assertThat(factor(schedule, 100, 100)).isCloseTo(0.1, EXACT);
  }

  @Test
  void constantIsConstant() {
    assertThat(factor(new Constant(), 17, 20)).isEqualTo(1);
  }

  /** PyTorch's StepLR(step_size=3, gamma=0.5) and MultiStepLR(milestones=[2, 5], gamma=0.1). */
  @Test
  void stepsFallAfterTheirEpochs() {
    assertThat(perEpoch(new StepDecay(3, List.of(), 0.5), 8))
        .containsExactly(1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25);
    assertThat(perEpoch(new StepDecay(0, List.of(2, 5), 0.1), 7))
        .containsExactly(new double[] {1, 1, 0.1, 0.1, 0.1, 0.01, 0.01}, EXACT);
  }

  @Test
  void inverseTimeIsKerasDecay() {
    assertThat(factor(new InverseTime(0.01), 0, 200)).isEqualTo(1);
    assertThat(factor(new InverseTime(0.01), 100, 200)).isCloseTo(0.5, EXACT);
  }

  /**
   * PyTorch's CosineAnnealingWarmRestarts(T_0=2, T_mult=2, eta_min=0.1) on a rate of 1: cosines of
   * 2, 4 and 8 epochs.
   */
  @Test
  void warmRestartsBeginAnewAndGrow() {
    Schedule schedule = new WarmRestarts(2, 2, 0.1);
    assertThat(perEpoch(schedule, 7))
        .containsExactly(
            new double[] {
              1,
              0.55,
              1,
              0.55 + 0.45 * Math.cos(Math.PI / 4),
              0.55,
              0.55 - 0.45 * Math.cos(Math.PI / 4),
              1
            },
            EXACT);
    // Between epochs it falls with every step: the middle of the first cosine's first epoch.
    assertThat(schedule.factor(new Moment(2, 100, 4)))
        .isCloseTo(0.55 + 0.45 * Math.cos(Math.PI / 4), EXACT);
    assertThat(perEpoch(new WarmRestarts(2, 1, 0), 5))
        .containsExactly(new double[] {1, 0.5, 1, 0.5, 1}, EXACT);
  }

  /** Keras' ReduceLROnPlateau(factor=0.5, patience=2, min_delta=0.1, min_lr=0.2), rate 1. */
  @Test
  void plateauFallsAfterItsPatience() {
    Schedule schedule = new Plateau(Monitor.VALIDATION_LOSS, 0.5, 2, 0.1, 0, 0.2);
    double[] losses = {1, 0.95, 0.8, 0.75, 0.75, 0.5, 0.5, 0.5, 0.5, 0.5};
    assertThat(watching(schedule, losses))
        .containsExactly(1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2);
    assertThat(schedule.watches()).contains(Monitor.VALIDATION_LOSS);
  }

  /** As the former with cooldown=2: the two epochs after a fall are not counted. */
  @Test
  void plateauCoolsDown() {
    Schedule schedule = new Plateau(Monitor.VALIDATION_LOSS, 0.5, 2, 0, 2, 0);
    assertThat(watching(schedule, new double[] {1, 1, 1, 1, 1, 1, 1}))
        .containsExactly(1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25);
  }

  @Test
  void plateauOfARecallWaitsForALargerValue() {
    Schedule schedule = new Plateau(Monitor.VALIDATION_UAR, 0.1, 1, 0, 0, 0);
    assertThat(watching(schedule, new double[] {0.2, 0.3, 0.3}))
        .containsExactly(new double[] {1, 1, 1, 0.1}, EXACT);
  }

  @Test
  void afterAWarmUpTheOtherScheduleBegins() {
    Schedule schedule = new WarmUp(2, 0.2, new StepDecay(1, List.of(), 0.5));
    assertThat(schedule.factor(new Moment(0, 100, 4))).isCloseTo(0.3, EXACT);
    assertThat(schedule.factor(new Moment(7, 100, 4))).isCloseTo(1, EXACT);
    assertThat(schedule.factor(new Moment(8, 100, 4))).isCloseTo(1, EXACT);
    assertThat(schedule.factor(new Moment(12, 100, 4))).isCloseTo(0.5, EXACT);
    Schedule plateau = new WarmUp(2, 0, new Plateau(Monitor.TRAIN_LOSS, 0.5, 1, 0, 0, 0));
    assertThat(plateau.watches()).contains(Monitor.TRAIN_LOSS);
    assertThat(plateau.factor(new Moment(4, 100, 1, List.of(1.0, 2.0, 2.0, 3.0)))).isEqualTo(0.5);
  }

  private static double factor(Schedule schedule, long step, long steps) {
    return schedule.factor(new Moment(step, steps, 5));
  }

  /** The factor at the first step of each epoch. */
  private static double[] perEpoch(Schedule schedule, int epochs) {
    return IntStream.range(0, epochs)
        .mapToDouble(epoch -> schedule.factor(new Moment(4L * epoch, 1000, 4)))
        .toArray();
  }

  /** The factor of the first epoch, and of each that follows one with a value. */
  private static double[] watching(Schedule schedule, double[] values) {
    List<Double> all = Arrays.stream(values).boxed().toList();
    return IntStream.rangeClosed(0, values.length)
        .mapToDouble(n -> schedule.factor(new Moment(4L * n, 1000, 4, all.subList(0, n))))
        .toArray();
  }
}
