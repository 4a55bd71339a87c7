package org.emotone.server.recognition;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;

/**
 * A fixed number of workers and a bounded queue before them: what does not fit is refused at once.
 */
public final class WorkPool implements AutoCloseable {

  private static final int RETRY_SECONDS = 2;

  private final ThreadPoolExecutor workers;
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * A pool.
   *
   * @param threads workers, 1 or more
   * @param waiting places in the queue, 1 or more
   */
  public WorkPool(String name, int threads, int waiting) {
    workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does some work, as soon as a worker is free.
   *
   * @return fails with what the work throws
   * @throws ProblemException if there is no place to wait, or the server is shutting down
   */
  public <T> CompletableFuture<T> submit(Callable<T> work) {
    checkRoom();
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      workers.execute(
          () -> {
            try {
              result.complete(work.call());
            } catch (Throwable e) {
              result.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      throw refusal();
    }
    return result;
  }

  /**
   * Refuses now what would be refused later, before an upload is read in vain.
   *
   * @throws ProblemException if there is no place to wait, or the server is shutting down
   */
  public void checkRoom() {
    if (draining.get() || workers.getQueue().remainingCapacity() == 0) {
      throw refusal();
    }
  }

  private ProblemException refusal() {
    return draining.get()
        ? new ProblemException(
            ProblemCode.DRAINING, "the server is shutting down; try again", RETRY_SECONDS)
        : new ProblemException(
            ProblemCode.OVERLOADED,
            "all workers are busy and %d recordings are waiting; try again".formatted(waiting()),
            RETRY_SECONDS);
  }

  /** How many wait for a worker. */
  public int waiting() {
    return workers.getQueue().size();
  }

  /** How many are worked on. */
  public int active() {
    return workers.getActiveCount();
  }

  /** Whether it takes nothing more. */
  public boolean draining() {
    return draining.get();
  }

  /** Takes nothing more. */
  public void drain() {
    draining.set(true);
  }

  /**
   * Takes nothing more and waits for what is under way.
   *
   * @return whether all of it was done in time
   */
  public boolean finish(long millis) {
    drain();
    workers.shutdown();
    try {
      return workers.awaitTermination(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    drain();
    workers.shutdownNow();
  }
}
