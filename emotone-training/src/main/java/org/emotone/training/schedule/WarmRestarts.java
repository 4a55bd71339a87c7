package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Half cosines from the highest rate down, one after the other (SGDR: Loshchilov and Hutter, 2017,
 * eq. 5), step by step, as PyTorch's {@code CosineAnnealingWarmRestarts} with fractions of epochs.
 *
 * @param epochs of the first cosine, at least 1, 10 when left out
 * @param growth how many times longer each cosine is than the one before, at least 1, 1 when left
 *     out
 * @param minimum the lowest rate as a fraction of the highest, in [0, 1], 0 when left out
 */
public record WarmRestarts(int epochs, int growth, double minimum) implements Schedule {

  /** Checks the ranges. */
  public WarmRestarts {
    Ranges.atLeast("epochs", epochs, 1);
    Ranges.atLeast("growth", growth, 1);
    Ranges.within("minimum", minimum, 0, 1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static WarmRestarts of(
      @JsonProperty("epochs") @Nullable Integer epochs,
      @JsonProperty("growth") @Nullable Integer growth,
      @JsonProperty("minimum") @Nullable Double minimum) {
    return new WarmRestarts(
        epochs == null ? 10 : epochs, growth == null ? 1 : growth, minimum == null ? 0 : minimum);
  }

  @Override
  public double factor(Moment moment) {
    long length = epochs * moment.stepsPerEpoch();
    long step = moment.step();
    while (step >= length) {
      step -= length;
      length *= growth;
    }
    return Schedule.between(1, minimum, step / (double) length);
  }
}
