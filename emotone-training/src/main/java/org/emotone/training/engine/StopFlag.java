package org.emotone.training.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks training to stop between two steps.
 *
 * <p>A shutdown hook calls {@link #stopAndWait}: a JVM that ends while LibTorch computes crashes.
 */
public final class StopFlag {

  private volatile boolean raised;
  private volatile CountDownLatch running = new CountDownLatch(0);

  /** Asks to stop. */
  public void raise() {
    raised = true;
  }

  /** Whether stopping was asked for. */
  public boolean raised() {
    return raised;
  }

  /**
   * Asks to stop and waits until training has.
   *
   * @return false if it had not when the time was over
   */
  public boolean stopAndWait(Duration most) throws InterruptedException {
    raise();
    return running.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Training starts; {@link #ended} must follow. */
  void started() {
    running = new CountDownLatch(1);
  }

  /** Training is over, LibTorch is idle. */
  void ended() {
    running.countDown();
  }
}
