package org.emotone.training.engine;

import java.util.List;

/** Hears how training goes, on the thread that trains. */
@FunctionalInterface
public interface EpochListener {

  /** Hears nothing. */
  EpochListener SILENT = metrics -> {};

  /** An epoch is over and its checkpoint is on disk. */
  void epochEnded(EpochMetrics metrics);

  /** Training goes on after these epochs; heard before anything else, and only if there are any. */
  default void resumed(List<EpochMetrics> history) {}

  /**
   * A step is over.
   *
   * @param epoch from 1
   * @param step from 1
   * @param steps of the epoch
   * @param loss of the step's batch
   */
  default void stepEnded(int epoch, int step, int steps, double loss) {}

  /** Something that the user should know, in one line. */
  default void note(String message) {}
}
