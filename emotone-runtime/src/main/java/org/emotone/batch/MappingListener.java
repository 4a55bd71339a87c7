package org.emotone.batch;

/** Hears what a function gives on other machines; called on any thread, one at a time. */
public interface MappingListener {

  /** Hears nothing. */
  MappingListener NONE = (index, answer) -> {};

  /**
   * An answer is there.
   *
   * @param index of its argument, from 0
   * @param answer what the function gave
   */
  void answered(int index, String answer);

  /** Something that the user should know, in one line. */
  default void note(String words) {}
}
