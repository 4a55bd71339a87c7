package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Layers one after the other, each with a name of its own, which the names of its parameters begin
 * with.
 *
 * @param layers by name, in the order of computation; names have no dots
 */
public record Stages(Map<String, Layer> layers) implements Layer {

  /** Copies the map. */
  public Stages {
    if (layers.isEmpty() || layers.values().stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("layers must hold at least one layer, and no empty ones");
    }
    for (String name : layers.keySet()) {
      if (!name.matches("[A-Za-z0-9_]+")) {
        throw new IllegalArgumentException(
            "layers must have names of letters, digits and '_', found '" + name + "'");
      }
    }
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
  }

  /** The layers as JSON spells them. */
  @JsonCreator
  public static Stages of(
      @JsonProperty(value = "layers", required = true) Map<String, Layer> layers) {
    return new Stages(layers);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T x = input;
    for (Map.Entry<String, Layer> stage : layers.entrySet()) {
      x = operations.apply(stage.getValue(), scope.child(stage.getKey()), x);
    }
    return x;
  }
}
