package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A rate that falls when a measure has stopped getting better, as Keras' {@code ReduceLROnPlateau}:
 * after {@code patience} epochs in a row that are not better the next one has the lower rate.
 * PyTorch's waits one epoch more, so that its {@code patience} is one less than this, and its
 * {@code threshold} is by default relative, not absolute.
 *
 * @param monitor the measure, the validation loss when left out
 * @param factor what the rate is multiplied with, in (0, 1), 0.1 when left out
 * @param patience epochs, at least 1, 10 when left out
 * @param minDelta how much better an epoch must be to count, at least 0, 1e-4 when left out
 * @param cooldown epochs after a fall that are not counted, at least 0, 0 when left out
 * @param minimum the lowest rate as a fraction of the highest, in [0, 1], 0 when left out
 */
public record Plateau(
    Monitor monitor, double factor, int patience, double minDelta, int cooldown, double minimum)
    implements Schedule {

  /** Checks the ranges. */
  public Plateau {
    Ranges.above("factor", factor, 0, 0.9999);
    Ranges.atLeast("patience", patience, 1);
    Ranges.within("minDelta", minDelta, 0, 100);
    Ranges.atLeast("cooldown", cooldown, 0);
    Ranges.within("minimum", minimum, 0, 1);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Plateau of(
      @JsonProperty("monitor") @Nullable Monitor monitor,
      @JsonProperty("factor") @Nullable Double factor,
      @JsonProperty("patience") @Nullable Integer patience,
      @JsonProperty("minDelta") @Nullable Double minDelta,
      @JsonProperty("cooldown") @Nullable Integer cooldown,
      @JsonProperty("minimum") @Nullable Double minimum) {
    return new Plateau(
        monitor == null ? Monitor.VALIDATION_LOSS : monitor,
        factor == null ? 0.1 : factor,
        patience == null ? 10 : patience,
        minDelta == null ? 1e-4 : minDelta,
        cooldown == null ? 0 : cooldown,
        minimum == null ? 0 : minimum);
  }

  @Override
  public Optional<Monitor> watches() {
    return Optional.of(monitor);
  }

  @Override
  public double factor(Moment moment) {
    double rate = 1;
    double best = monitor.worst();
    int waited = 0;
    int cooling = 0;
    for (double value : moment.watched()) {
      if (cooling > 0) {
        cooling--;
        waited = 0;
      }
      if (monitor.better(value, best, minDelta)) {
        best = value;
        waited = 0;
      } else if (cooling == 0 && ++waited >= patience) {
        rate = Math.max(minimum, rate * factor);
        cooling = cooldown;
        waited = 0;
      }
    }
    return rate;
  }
}
