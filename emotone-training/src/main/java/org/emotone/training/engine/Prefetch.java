package org.emotone.training.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the batches of an epoch on a thread of its own, two ahead of the training. */
final class Prefetch implements AutoCloseable {

  private static final int AHEAD = 2;

  private final Batches batches;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "emotone-batches");
            made.setDaemon(true);
            return made;
          });
  private final Queue<Future<Batch>> pending = new ArrayDeque<>();
  private final int[] order;
  private final int epoch;
  private int submitted;

  Prefetch(Batches batches, int epoch) {
    this.batches = batches;
    this.order = batches.order(epoch);
    this.epoch = epoch;
    for (int i = 0; i < AHEAD; i++) {
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
      throw new IllegalStateException("A batch could not be made", e.getCause());
    }
  }

  private void submit() {
    if (submitted < batches.steps()) {
      int step = submitted++;
      pending.add(thread.submit(() -> batches.make(order, epoch, step)));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
