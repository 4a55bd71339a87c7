package org.emotone.network;

import java.util.Locale;

/** Thrown when a layer does not fit where it stands in its network; the message says which. */
public final class LayerException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String path;

  LayerException(Scope scope, Layer layer, IllegalArgumentException cause) {
    super(
        "layer "
            + (scope.path().isEmpty() ? "" : scope.path() + " ")
            + "("
            + type(layer)
            + ") "
            + cause.getMessage(),
        cause);
    path = scope.path();
  }

  /** The layer's path, such as {@code 3.body.0}; empty for the root. */
  public String path() {
    return path;
  }

  /** What JSON calls the layer: its record's name with a small first letter. */
  static String type(Layer layer) {
    String name = layer.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
