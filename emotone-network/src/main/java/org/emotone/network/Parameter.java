package org.emotone.network;

import java.util.List;

/**
 * A tensor that a network owns.
 *
 * @param name unique in its network: the path of the layer that declares it and its own name,
 *     separated by dots, such as {@code 3.0.weight}
 * @param shape extents, each positive
 * @param initialiser how its first values are drawn
 * @param trainable false for state that training observes but does not optimise, such as the
 *     running statistics of batch normalisation
 */
public record Parameter(String name, List<Long> shape, Initialiser initialiser, boolean trainable) {

  /** Copies the shape. */
  public Parameter {
    shape = List.copyOf(shape);
  }

  /** Number of values. */
  public long size() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }
}
