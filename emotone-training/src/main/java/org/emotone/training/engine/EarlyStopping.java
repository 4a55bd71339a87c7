package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.emotone.training.schedule.Monitor;
import org.jspecify.annotations.Nullable;

/**
 * When to stop before the last epoch.
 *
 * @param patience epochs in a row that may pass without a better one; 0, which it is when left out,
 *     never stops
 * @param monitor the measure that tells, validation UAR when left out
 * @param minDelta how much better an epoch must be to count, at least 0, 0 when left out; at 0 an
 *     equal UAR or accuracy at a smaller validation loss counts, too
 */
public record EarlyStopping(int patience, Monitor monitor, double minDelta) {

  /** Trains to the last epoch. */
  public static final EarlyStopping NEVER = new EarlyStopping(0, Monitor.VALIDATION_UAR, 0);

  /** Checks the ranges. */
  public EarlyStopping {
    Ranges.atLeast("patience", patience, 0);
    Ranges.within("minDelta", minDelta, 0, 100);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static EarlyStopping of(
      @JsonProperty("patience") @Nullable Integer patience,
      @JsonProperty("monitor") @Nullable Monitor monitor,
      @JsonProperty("minDelta") @Nullable Double minDelta) {
    return new EarlyStopping(
        patience == null ? 0 : patience,
        monitor == null ? Monitor.VALIDATION_UAR : monitor,
        minDelta == null ? 0 : minDelta);
  }
}
