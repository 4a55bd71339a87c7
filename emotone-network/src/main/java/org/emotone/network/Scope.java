package org.emotone.network;

import java.util.List;

/**
 * Where in a network a layer stands, which names its parameters.
 *
 * @param path empty for the root, else segments separated by dots
 * @param penalty what the layer's weights are penalised with
 */
public record Scope(String path, Penalty penalty) {

  /** The scope of a whole network. */
  public static final Scope ROOT = new Scope("");

  /** Without a penalty. */
  public Scope(String path) {
    this(path, Penalty.NONE);
  }

  /** The scope of the {@code index}th child. */
  public Scope child(int index) {
    return child(Integer.toString(index));
  }

  /** The scope of a named child. */
  public Scope child(String segment) {
    return new Scope(name(segment), penalty);
  }

  /** The full name of something that this layer owns. */
  public String name(String own) {
    return path.isEmpty() ? own : path + "." + own;
  }

  /** The same place with another penalty. */
  Scope penalised(Penalty other) {
    return new Scope(path, other);
  }

  /** A parameter of the layer that training moves; a matrix or more carries the penalty. */
  Parameter trained(String own, List<Long> shape, Initialiser initialiser) {
    return trained(own, shape, initialiser, 0);
  }

  /** The same where the units that weights lead into are the entries of another dimension. */
  Parameter trained(String own, List<Long> shape, Initialiser initialiser, int unitDimension) {
    Penalty held = shape.size() > 1 ? penalty : Penalty.NONE;
    return new Parameter(name(own), shape, initialiser, true, held, unitDimension);
  }

  /** State of the layer that training observes. */
  Parameter observed(String own, List<Long> shape, Initialiser initialiser) {
    return new Parameter(name(own), shape, initialiser, false);
  }
}
