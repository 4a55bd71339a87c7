package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Half a cosine from the highest rate down (Loshchilov and Hutter, 2017, without restarts), step by
 * step.
 *
 * @param warmUpEpochs epochs on which the rate first rises in a straight line, at least 0, 0 when
 *     left out
 * @param minimum the last rate as a fraction of the highest, in [0, 1], 0 when left out
 */
public record Cosine(int warmUpEpochs, double minimum) implements Schedule {

  /** Checks the ranges. */
  public Cosine {
    Ranges.atLeast("warmUpEpochs", warmUpEpochs, 0);
    Ranges.within("minimum", minimum, 0, 1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Cosine of(
      @JsonProperty("warmUpEpochs") @Nullable Integer warmUpEpochs,
      @JsonProperty("minimum") @Nullable Double minimum) {
    return new Cosine(warmUpEpochs == null ? 0 : warmUpEpochs, minimum == null ? 0 : minimum);
  }

  @Override
  public double factor(Moment moment) {
    long warmUp = warmUpEpochs * moment.stepsPerEpoch();
    if (moment.step() < warmUp) {
      return (moment.step() + 1.0) / warmUp;
    }
    double progress = (moment.step() - warmUp) / (double) Math.max(1, moment.steps() - warmUp);
    return Schedule.between(1, minimum, progress);
  }
}
