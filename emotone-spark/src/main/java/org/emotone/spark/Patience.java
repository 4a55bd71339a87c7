package org.emotone.spark;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Says once what Spark waits for, which it does without a word: a master that does not answer, or
 * machines that do not take the work.
 */
final class Patience implements AutoCloseable {

  private static final int SECONDS = 30;

  private final Consumer<String> note;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Patience::daemon);
  private volatile @Nullable SparkContext spark;

  /**
   * Begins to wait.
   *
   * @param note hears it
   */
  Patience(Consumer<String> note) {
    this.note = note;
    Future<?> unused = clock.schedule(this::look, SECONDS, TimeUnit.SECONDS);
  }

  /** The master has answered. */
  void started(SparkContext context) {
    spark = context;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "emotone patience");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    SparkContext context = spark;
    if (context == null) {
      note.accept("Spark has not started in " + SECONDS + " s; it may wait for its master");
    } else if (!context.isStopped() && !context.isLocal() && isAlone(context)) {
      note.accept(
          "no machine of %s has taken work for %d s; Spark goes on waiting: has it workers with as"
                  .formatted(context.master(), SECONDS)
              + " many cores and as much memory as are asked for (--conf spark.executor.memory="
              + context.conf().get("spark.executor.memory", "1g")
              + ")?");
    }
  }

  /** Whether there is this process alone, which only hands out work. */
  private static boolean isAlone(SparkContext context) {
    return context.statusTracker().getExecutorInfos().length < 2;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
