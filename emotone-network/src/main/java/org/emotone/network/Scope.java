package org.emotone.network;

/**
 * Where in a network a layer stands, which names its parameters.
 *
 * @param path empty for the root, else segments separated by dots
 */
public record Scope(String path) {

  /** The scope of a whole network. */
  public static final Scope ROOT = new Scope("");

  /** The scope of the {@code index}th child. */
  public Scope child(int index) {
    return child(Integer.toString(index));
  }

  /** The scope of a named child. */
  public Scope child(String segment) {
    return new Scope(name(segment));
  }

  /** The full name of something that this layer owns. */
  public String name(String own) {
    return path.isEmpty() ? own : path + "." + own;
  }
}
