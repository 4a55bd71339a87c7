package org.emotone.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar on standard error for work that takes longer than a second. There is none where standard
 * error is no terminal, which the launcher finds out: Java cannot.
 */
final class Progress implements AutoCloseable {

  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final String CLEAR_LINE = "\r\033[K";

  private final String task;
  private final int max;
  private final int columns;
  private final long unit;
  private final boolean shares;
  private final long start = System.nanoTime();
  private long quiet = start;
  private int done;
  private @Nullable ProgressBar bar;

  private Progress(String task, int max, long unit, boolean shares) {
    this.task = task;
    this.max = max;
    this.unit = unit;
    this.shares = shares;
    columns = Integer.getInteger("emotone.err.columns", 0);
  }

  /** A bar for work that prints nothing else meanwhile. */
  static Progress of(String task, int max) {
    return new Progress(task, max, 1, false);
  }

  /**
   * A bar for work on files that prints to standard output meanwhile, after {@link #giveWay}. Where
   * that is a terminal as well, there is only a bar if nothing was printed for a second.
   *
   * @param steps of each file
   */
  static Progress overFiles(String task, int files, int steps) {
    boolean shares = Boolean.getBoolean("emotone.out.terminal");
    return new Progress(task, Math.multiplyExact(files, steps), steps, shares);
  }

  /** Takes the bar away before something is printed to standard output. */
  void giveWay() {
    if (shares) {
      quiet = System.nanoTime();
      close();
      bar = null;
    }
  }

  /** One of the steps is done. */
  void step() {
    to(done + 1);
  }

  /** So many of the steps are done. */
  void to(int steps) {
    done = steps;
    if (bar == null && columns > 0 && System.nanoTime() - quiet > PATIENCE_NANOS && done < max) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(max)
              .setUnit(unit == 1 ? "" : " files", unit)
              .startsFrom(done, Duration.ofNanos(System.nanoTime() - start))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, columns))
              .clearDisplayOnFinish()
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** Shows a few words behind the bar. */
  void say(String words) {
    if (bar != null) {
      bar.setExtraMessage(" " + words);
    }
  }

  /** Makes room for a line on standard error. */
  void makeRoom() {
    if (bar != null) {
      System.err.print(CLEAR_LINE);
      System.err.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
