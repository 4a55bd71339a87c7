package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * How fast some layers learn.
 *
 * @param layers path of the layer, such as {@code 1.layer4}; the rate is that of all in it
 * @param from instead of {@code layers}, the path of the first of all layers that are meant, to the
 *     end of the network
 * @param rate what the learning rate is multiplied with, in [0, 100]; 0 freezes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerRate(@Nullable String layers, @Nullable String from, double rate) {

  /** Checks the ranges. */
  public LayerRate {
    if ((layers == null) == (from == null)) {
      throw new IllegalArgumentException(
          "rates need either 'layers', a path, or 'from', the path of the first of them");
    }
    Ranges.within("rate", rate, 0, 100);
  }

  /** The rule that JSON spells. */
  @JsonCreator
  public static LayerRate of(
      @JsonProperty("layers") @Nullable String layers,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty(value = "rate", required = true) double rate) {
    return new LayerRate(layers, from, rate);
  }

  /** The path, whichever it is. */
  String path() {
    return layers != null ? layers : String.valueOf(from);
  }

  /** Whether a parameter belongs to the layer of the path. */
  boolean names(String parameter) {
    return parameter.startsWith(path() + ".");
  }
}
