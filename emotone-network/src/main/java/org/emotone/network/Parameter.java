package org.emotone.network;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A tensor that a network owns.
 *
 * @param name unique in its network: the path of the layer that declares it and its own name,
 *     separated by dots, such as {@code 3.0.weight}
 * @param shape extents, each positive
 * @param initialiser how its first values are drawn
 * @param trainable false for state that training observes but does not optimise, such as the
 *     running statistics of batch normalisation
 * @param penalty what training holds against its size
 * @param unitDimension the dimension whose entries are the units that weights lead into; of a
 *     transposed convolution the second, 1, otherwise the first, 0
 */
public record Parameter(
    String name,
    List<Long> shape,
    Initialiser initialiser,
    boolean trainable,
    Penalty penalty,
    int unitDimension) {

  private static final int MOST_VALUES = 1 << 28;

  /** Copies the shape and checks that an array can hold the values. */
  public Parameter {
    shape = List.copyOf(shape);
    double values = 1;
    for (long extent : shape) {
      if (extent < 1) {
        throw new IllegalArgumentException(
            "extents of " + name + " must be at least 1, were " + shape);
      }
      values *= extent;
    }
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          name + " must have at most " + MOST_VALUES + " values, but its shape is " + shape);
    }
  }

  /** A parameter without a penalty. */
  public Parameter(String name, List<Long> shape, Initialiser initialiser, boolean trainable) {
    this(name, shape, initialiser, trainable, Penalty.NONE, 0);
  }

  /** Number of values. */
  public long size() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  /**
   * Draws the first values.
   *
   * @param seed the network's; the name is mixed into it, so that the values do not depend on the
   *     order in which parameters are drawn
   */
  Tensor draw(long seed) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ hash);
    long[] extents = shape.stream().mapToLong(Long::longValue).toArray();
    return new Tensor(extents, initialiser.draw(shape, random));
  }
}
