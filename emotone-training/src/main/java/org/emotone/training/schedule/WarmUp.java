package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A rate that first rises in a straight line (Goyal et al., 2017) and then follows another
 * schedule, which begins after it.
 *
 * @param epochs on which it rises, at least 1, 5 when left out
 * @param start the first rate as a fraction of the highest, in [0, 1]; 0 when left out, from which
 *     the first step already rises by its part
 * @param then what follows, constant when left out
 */
public record WarmUp(int epochs, double start, Schedule then) implements Schedule {

  /** Checks the ranges. */
  public WarmUp {
    Ranges.atLeast("epochs", epochs, 1);
    Ranges.within("start", start, 0, 1);
    if (then instanceof WarmUp) {
      throw new IllegalArgumentException("then must be another schedule than a second warm-up");
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static WarmUp of(
      @JsonProperty("epochs") @Nullable Integer epochs,
      @JsonProperty("start") @Nullable Double start,
      @JsonProperty("then") @Nullable Schedule then) {
    return new WarmUp(
        epochs == null ? 5 : epochs,
        start == null ? 0 : start,
        then == null ? new Constant() : then);
  }

  @Override
  public Optional<Monitor> watches() {
    return then.watches();
  }

  @Override
  public double factor(Moment moment) {
    long rising = epochs * moment.stepsPerEpoch();
    if (moment.step() < rising) {
      return start + (1 - start) * (moment.step() + 1.0) / rising;
    }
    return then.factor(moment.after(epochs));
  }
}
