package org.emotone.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotone.audio.Waveform;

/**
 * How much two threads do in the time of one, by processor time and not by the clock, so that it
 * can be measured while a machine has other work: what threads take from each other (caches,
 * memory, locks) makes a clip cost more.
 */
public final class Scaling {

  private static final int ROUNDS = 9;
  private static final int CLIPS = 400;

  private Scaling() {}

  /** Prints processor time for a clip with one thread and with two, and what follows from it. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      double alone = Double.POSITIVE_INFINITY;
      double together = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ROUNDS; round++) {
        alone = Math.min(alone, milliseconds(pool, 1));
        together = Math.min(together, milliseconds(pool, 2));
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "logMel128: %.3f ms of processor time for a clip with one thread, %.3f ms with two:"
                  + " two threads do %.2f times as much",
              alone,
              together,
              2 * alone / together));
    } finally {
      pool.shutdownNow();
    }
  }

  /** Mean processor time for a clip, in ms, while so many threads extract. */
  private static double milliseconds(ExecutorService pool, int threads) throws Exception {
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tasks.add(Scaling::extract);
    }
    double sum = 0;
    for (Future<Double> task : pool.invokeAll(tasks)) {
      sum += task.get();
    }
    return sum / threads;
  }

  private static double extract() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Waveform clip = Clip.noise();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < CLIPS; i++) {
      FrontEnds.LOG_MEL.extract(clip);
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e6 / CLIPS;
  }
}
