package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * When to stop before the last epoch.
 *
 * @param patience epochs in a row that may pass without a better validation UAR (or an equal one at
 *     a smaller loss); 0, which it is when left out, never stops
 */
public record EarlyStopping(int patience) {

  /** Trains to the last epoch. */
  public static final EarlyStopping NEVER = new EarlyStopping(0);

  /** Checks the range. */
  public EarlyStopping {
    Ranges.atLeast("patience", patience, 0);
  }

  /** With the default for what is null. */
  @JsonCreator
  public static EarlyStopping of(@JsonProperty("patience") @Nullable Integer patience) {
    return patience == null ? NEVER : new EarlyStopping(patience);
  }
}
