package org.emotone.server.recognition;

import java.time.Duration;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;

/**
 * By when some work must be done.
 *
 * @param nanos of {@link System#nanoTime}
 * @param allowed how long it may take in all
 */
record Deadline(long nanos, Duration allowed) {

  /** So long from now. */
  static Deadline in(Duration allowed) {
    return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
  }

  /**
   * Ends work that takes too long, or that was given up.
   *
   * @throws ProblemException if it is past
   */
  void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ProblemException(ProblemCode.DRAINING, "the server is shutting down; try again", 2);
    }
    if (System.nanoTime() - nanos > 0) {
      throw new ProblemException(
          ProblemCode.TIMED_OUT,
          "the recording took longer than the %d s that one may take; send it in parts"
              .formatted(allowed.toSeconds()),
          30);
    }
  }
}
