package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/** Layers one after the other. */
public record Sequential(List<Layer> layers) implements Layer {

  /** Copies the list. */
  public Sequential {
    if (layers.isEmpty() || layers.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("layers must hold at least one layer, and no empty ones");
    }
    layers = List.copyOf(layers);
  }

  /** The layers as JSON spells them. */
  @JsonCreator
  public static Sequential of(@JsonProperty(value = "layers", required = true) List<Layer> layers) {
    return new Sequential(layers);
  }

  /** Layers one after the other. */
  public static Sequential of(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  /** A branch of a layer that JSON spells as a list: one layer stays itself. */
  static Layer branch(String key, List<Layer> layers) {
    if (layers.isEmpty() || layers.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(key + " must hold at least one layer, and no empty ones");
    }
    return layers.size() == 1 ? layers.get(0) : new Sequential(layers);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T x = input;
    for (int i = 0; i < layers.size(); i++) {
      x = operations.apply(layers.get(i), scope.child(i), x);
    }
    return x;
  }
}
