package org.emotone.cli;

/** Colours for the classes of a model on a terminal, or none. */
enum Paint {
  /** The eight colours that every terminal has. */
  COLOURS,

  /** Nothing but text, as where NO_COLOR is set (no-color.org). */
  NONE;

  private static final int[] CODES = {31, 33, 35, 32, 37, 34, 36, 90};

  /** What the environment asks for. */
  static Paint ofEnvironment() {
    String none = System.getenv("NO_COLOR");
    return none == null || none.isEmpty() ? COLOURS : NONE;
  }

  /** A text in the colour of a class, by its number. */
  String of(int label, String text) {
    return this == NONE
        ? text
        : "\033[" + CODES[Math.floorMod(label, CODES.length)] + "m" + text + "\033[0m";
  }
}
