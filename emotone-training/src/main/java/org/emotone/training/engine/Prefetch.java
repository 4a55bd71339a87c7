package org.emotone.training.engine;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the batches of an epoch beside the training and two ahead of it, on as many threads as they
 * are worth. Which thread makes which batch decides nothing.
 */
final class Prefetch implements AutoCloseable {

  private static final int AHEAD = 2;

  private final Batches batches;
  private final ExecutorService threads;
  private final Queue<Future<Batch>> pending = new ArrayDeque<>();
  private final int[] order;
  private final int epoch;
  private int submitted;

  Prefetch(Batches batches, int epoch) {
    this.batches = batches;
    this.order = batches.order(epoch);
    this.epoch = epoch;
    this.threads =
        Executors.newFixedThreadPool(
            batches.threads(),
            work -> {
              Thread made = new Thread(work, "emotone-batches");
              made.setDaemon(true);
              return made;
            });
    for (int i = 0; i < AHEAD * batches.threads(); i++) {
      submit();
    }
  }

  /** The next batch; to be called once for each of the epoch's steps. */
  Batch next() {
    submit();
    try {
      return pending.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("Training was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw new TrainingException(
            "A clip or a noise could not be read for augmentation: "
                + Objects.requireNonNull(unreadable.getCause()).getMessage(),
            unreadable);
      }
      throw new IllegalStateException("A batch could not be made", e.getCause());
    }
  }

  private void submit() {
    if (submitted < batches.steps()) {
      int step = submitted++;
      pending.add(threads.submit(() -> batches.make(order, epoch, step)));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
