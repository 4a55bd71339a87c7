package org.emotone.cli;

/**
 * What a check of {@code doctor} found.
 *
 * @param state how bad it is
 * @param detail what was found
 * @param remedy what to do about it, empty if nothing needs to be done
 */
record Finding(State state, String detail, String remedy) {

  /** How bad a finding is. */
  enum State {
    /** As it should be. */
    OK("ok"),
    /** Something that not everyone needs is missing. */
    NOTE("note"),
    /** Something that everyone needs is missing. */
    FAULT("FAULT");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Finding ok(String detail) {
    return new Finding(State.OK, detail, "");
  }

  static Finding note(String detail, String remedy) {
    return new Finding(State.NOTE, detail, remedy);
  }

  static Finding fault(String detail, String remedy) {
    return new Finding(State.FAULT, detail, remedy);
  }
}
