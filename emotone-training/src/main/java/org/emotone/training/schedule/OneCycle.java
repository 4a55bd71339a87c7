package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * One cycle (Smith and Topin, 2019), with cosines, as PyTorch's {@code OneCycleLR} does with {@code
 * anneal_strategy="cos"} and two phases.
 *
 * @param warmUp fraction of the steps on which the rate rises, in (0, 1), 0.3 when left out
 * @param divisor the first rate is the highest divided by this, at least 1, 25 when left out
 * @param finalDivisor the last rate is the first divided by this, at least 1, 10 000 when left out
 */
public record OneCycle(double warmUp, double divisor, double finalDivisor) implements Schedule {

  /** Checks the ranges. */
  public OneCycle {
    Ranges.above("warmUp", warmUp, 0, 0.99);
    Ranges.within("divisor", divisor, 1, 1e6);
    Ranges.within("finalDivisor", finalDivisor, 1, 1e9);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static OneCycle of(
      @JsonProperty("warmUp") @Nullable Double warmUp,
      @JsonProperty("divisor") @Nullable Double divisor,
      @JsonProperty("finalDivisor") @Nullable Double finalDivisor) {
    return new OneCycle(
        warmUp == null ? 0.3 : warmUp,
        divisor == null ? 25 : divisor,
        finalDivisor == null ? 1e4 : finalDivisor);
  }

  @Override
  public double factor(Moment moment) {
    double first = 1 / divisor;
    double top = warmUp * moment.steps() - 1;
    if (top > 0 && moment.step() <= top) {
      return Schedule.between(first, 1, moment.step() / top);
    }
    return Schedule.between(
        1, first / finalDivisor, (moment.step() - top) / (moment.steps() - 1 - top));
  }
}
