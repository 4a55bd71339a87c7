package org.emotone.network;

import java.util.List;

/** Layers one after the other. */
public record Sequential(List<Layer> layers) implements Layer {

  /** Copies the list. */
  public Sequential {
    layers = List.copyOf(layers);
  }

  /** Layers one after the other. */
  public static Sequential of(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T x = input;
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).forward(operations, scope.child(i), x);
    }
    return x;
  }
}
