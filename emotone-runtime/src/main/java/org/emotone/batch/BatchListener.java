package org.emotone.batch;

/** Hears how far a batch has come. */
public interface BatchListener {

  /** Hears nothing. */
  BatchListener NONE = progress -> {};

  /** Some more was done; called about once a second, on any thread. */
  void progress(BatchProgress progress);

  /** A chunk is in the table and will not be done again. */
  default void committed(BatchProgress progress) {}

  /** Something that the user should know, in one line. */
  default void note(String words) {}
}
