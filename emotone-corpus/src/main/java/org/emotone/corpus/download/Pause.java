package org.emotone.corpus.download;

import java.time.Duration;

/** Waits between two attempts; passed in so that a test need not. */
@FunctionalInterface
public interface Pause {
  /** Waits by the clock. */
  Pause REAL = duration -> Thread.sleep(duration.toMillis());

  /**
   * Waits.
   *
   * @throws InterruptedException if the thread is told to stop
   */
  void pause(Duration duration) throws InterruptedException;
}
