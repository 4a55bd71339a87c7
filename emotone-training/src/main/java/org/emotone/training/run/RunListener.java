package org.emotone.training.run;

import org.emotone.training.engine.EpochListener;
import org.emotone.training.engine.EpochMetrics;

/** Hears how a run goes. Features are reported on several threads, all else on the run's own. */
public interface RunListener extends EpochListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** The run has come to another stage, described in a line. */
  default void stage(String words) {}

  /** So many of so many clips have their features. */
  default void features(int done, int total) {}

  @Override
  default void epochEnded(EpochMetrics metrics) {}

  /**
   * A candidate of a classifier was fitted and measured.
   *
   * @param words what it tries, such as {@code c 0.1}
   * @param metrics its figures; its place among the candidates stands for the epoch
   */
  default void candidateEnded(String words, EpochMetrics metrics) {}
}
