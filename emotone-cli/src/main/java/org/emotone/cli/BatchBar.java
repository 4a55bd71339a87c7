package org.emotone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.emotone.batch.BatchListener;
import org.emotone.batch.BatchProgress;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how far a batch has come: a bar, and a line for each chunk. */
final class BatchBar implements BatchListener, AutoCloseable {

  private final PrintWriter err;
  private @Nullable Progress bar;

  BatchBar(PrintWriter err) {
    this.err = err;
  }

  /** How many times faster than real time, in words: 2.4, 31. */
  static String times(BatchProgress progress) {
    double times = progress.timesRealTime();
    return String.format(Locale.ROOT, times < 10 ? "%.1f" : "%.0f", times);
  }

  @Override
  public synchronized void progress(BatchProgress progress) {
    int due = (int) Math.min(Integer.MAX_VALUE, progress.total() - progress.skipped());
    if (due <= 0) {
      return;
    }
    if (bar == null) {
      bar = Progress.of("hearing", due);
    }
    bar.to((int) progress.done());
    bar.say(
        String.format(
            Locale.ROOT, "%d failed, %s × real time", progress.failed(), times(progress)));
  }

  @Override
  public synchronized void committed(BatchProgress progress) {
    if (bar != null) {
      bar.makeRoom();
    }
    err.printf(
        Locale.ROOT,
        "%d of %d are in the table, %d failed, %s × real time%n",
        progress.skipped() + progress.done(),
        progress.total(),
        progress.failed(),
        times(progress));
    err.flush();
  }

  @Override
  public synchronized void note(String words) {
    err.println("note: " + words);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
