package org.emotone.training.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.emotone.training.engine.StopFlag;

/**
 * While open, a SIGTERM or Ctrl-C raises a stop flag and keeps the JVM until the work has stopped:
 * a JVM that ends while LibTorch computes crashes.
 */
public final class Shutdown implements AutoCloseable {

  private static final Duration MOST = Duration.ofMinutes(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  /** Raises this flag. */
  public Shutdown(StopFlag stop) {
    hook = new Thread(() -> stopAndWait(stop), "stop-training");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already shutting down, as between two runs of a study.
      stop.raise();
    }
  }

  private void stopAndWait(StopFlag stop) {
    stop.raise();
    try {
      closed.await(MOST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already shutting down, and the hook has what it waited for.
    }
  }
}
