package org.emotone.training.robustness;

import java.util.Locale;

/** What sort of thing is done to clips. */
public enum Kind {
  /** Nothing. */
  CLEAN("as recorded"),
  /** Changes that a listener hardly notices, after ser-tests' "robustness small changes". */
  SMALL("hardly audible changes"),
  /** Noise at a ratio. */
  NOISE("noise"),
  /** Telephone and internet calls. */
  CALL("calls"),
  /** Louder and quieter. */
  LEVEL("level"),
  /** Cut off at one level. */
  CLIPPING("clipping"),
  /** Cut short. */
  LENGTH("length"),
  /** In a room. */
  ROOM("rooms"),
  /** The same sound in another file. */
  FORMAT("formats"),
  /** Not the clips but sounds that nobody should be sure about. */
  STRANGE("strange sounds");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** A heading, such as {@code calls}. */
  public String words() {
    return words;
  }

  /** As users write it: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
