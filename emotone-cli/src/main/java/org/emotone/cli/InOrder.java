package org.emotone.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on many items at once and gives the results in the order of the items. It works ahead by a
 * few items only, so that results do not pile up.
 *
 * @param <T> items
 * @param <R> results
 */
final class InOrder<T, R> implements AutoCloseable, Iterator<InOrder.Result<T, R>> {

  /** What is done with an item. */
  @FunctionalInterface
  interface Work<T, R> {
    /** Does it. */
    R on(T item) throws Exception;
  }

  /** What became of an item. */
  sealed interface Result<T, R> {
    /** The item. */
    T item();
  }

  /** An item with its result. */
  record Done<T, R>(T item, R value) implements Result<T, R> {}

  /** An item with what went wrong. */
  record Failed<T, R>(T item, Throwable cause) implements Result<T, R> {}

  private record Pending<T, R>(T item, Future<R> future) {}

  private static final int AHEAD = 4;

  private final Iterator<T> items;
  private final Work<T, R> work;
  private final int most;
  private final ExecutorService workers;
  private final Queue<Pending<T, R>> pending = new ArrayDeque<>();

  /** Begins to work on the items, with a thread for each processor. */
  InOrder(List<T> items, Work<T, R> work) {
    int threads = Math.max(1, Math.min(items.size(), Runtime.getRuntime().availableProcessors()));
    this.items = items.iterator();
    this.work = work;
    most = AHEAD * threads;
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || items.hasNext();
  }

  /** The result for the next item, waiting for it if it is not there yet. */
  @Override
  public Result<T, R> next() {
    while (pending.size() < most && items.hasNext()) {
      T item = items.next();
      pending.add(new Pending<>(item, workers.submit(() -> work.on(item))));
    }
    Pending<T, R> first = pending.remove();
    try {
      return new Done<>(first.item, first.future.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Failed<>(first.item, cause == null ? e : cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Gives up what is not done yet. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
