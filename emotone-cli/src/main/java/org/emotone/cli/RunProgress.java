package org.emotone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.run.RunListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run on standard error: its stages, a bar for each epoch where that is a terminal, and a
 * line for each epoch that ended.
 */
final class RunProgress implements RunListener, AutoCloseable {

  private final PrintWriter err;
  private final long began = System.nanoTime();
  private @Nullable Progress bar;
  private int barEpoch;
  private double meanSeconds;

  RunProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void stage(String words) {
    closeBar();
    line(words);
  }

  @Override
  public synchronized void note(String message) {
    closeBar();
    line("note: " + message);
  }

  @Override
  public synchronized void features(int done, int total) {
    bar(0, "features", total).to(done);
    if (done == total) {
      closeBar();
    }
  }

  @Override
  public synchronized void stepEnded(int epoch, int step, int steps, double loss) {
    Progress progress = bar(epoch, "epoch " + epoch, steps);
    progress.to(step);
    progress.say(String.format(Locale.ROOT, "loss %.4f", loss));
  }

  @Override
  public synchronized void epochEnded(EpochMetrics metrics) {
    closeBar();
    // The first epochs of a run are slower than the later ones, so that these count for more.
    meanSeconds =
        meanSeconds == 0 ? metrics.seconds() : 0.7 * meanSeconds + 0.3 * metrics.seconds();
    long left = Math.round(meanSeconds * (metrics.epochs() - metrics.epoch()));
    line(
        String.format(
            Locale.ROOT,
            "epoch %d/%d  loss %.6f  validation loss %.6f  UAR %.4f  accuracy %.4f  %.1f s  left %s",
            metrics.epoch(),
            metrics.epochs(),
            metrics.trainLoss(),
            metrics.validationLoss(),
            metrics.validationUar(),
            metrics.validationAccuracy(),
            metrics.seconds(),
            words(Duration.ofSeconds(left))));
  }

  @Override
  public synchronized void candidateEnded(String words, EpochMetrics metrics) {
    closeBar();
    line(
        String.format(
            Locale.ROOT,
            "%d/%d  %s  validation UAR %.4f  accuracy %.4f  loss %.4f  %.1f s",
            metrics.epoch(),
            metrics.epochs(),
            words,
            metrics.validationUar(),
            metrics.validationAccuracy(),
            metrics.validationLoss(),
            metrics.seconds()));
  }

  /** A duration as {@code 1 h 05 min}, {@code 12 min} or {@code 40 s}. */
  static String words(Duration time) {
    if (time.toHours() > 0) {
      return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private Progress bar(int epoch, String task, int max) {
    Progress current = bar;
    if (current == null || barEpoch != epoch) {
      closeBar();
      current = Progress.of(task, max);
      bar = current;
      barEpoch = epoch;
    }
    return current;
  }

  private void line(String words) {
    err.println(words);
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** How long it has taken so far. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Override
  public synchronized void close() {
    closeBar();
  }
}
