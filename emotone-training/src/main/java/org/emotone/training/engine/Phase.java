package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A part of a training in which the layers learn at rates of their own, such as none where they are
 * frozen. Frozen layers compute as they do when serving: they also normalise by the statistics that
 * they have.
 *
 * @param epochs how many, at least 0; 0, which it is when left out, for all that are left
 * @param rates which layers learn how fast; where several speak of a layer, the last one counts,
 *     and a layer that none speaks of learns at the full rate
 */
public record Phase(int epochs, List<LayerRate> rates) {

  /** Checks the ranges. */
  public Phase {
    Ranges.atLeast("epochs", epochs, 0);
    rates = List.copyOf(rates);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Phase of(
      @JsonProperty("epochs") @Nullable Integer epochs,
      @JsonProperty("rates") @Nullable List<LayerRate> rates) {
    return new Phase(epochs == null ? 0 : epochs, rates == null ? List.of() : rates);
  }
}
