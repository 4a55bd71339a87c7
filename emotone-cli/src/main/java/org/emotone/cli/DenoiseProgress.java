package org.emotone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.emotone.training.denoise.DenoiserListener;
import org.emotone.training.engine.SequenceEpoch;
import org.jspecify.annotations.Nullable;

/** Shows the training of a denoiser on standard error: a bar for each epoch, then a line. */
final class DenoiseProgress implements DenoiserListener, AutoCloseable {

  private final PrintWriter err;
  private @Nullable Progress bar;
  private String shown = "";

  DenoiseProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stage(String words) {
    close();
    err.println(words);
  }

  @Override
  public void read(int done, int all) {
    bar("reading", all).to(done);
  }

  @Override
  public void stepEnded(int epoch, int step, int steps, double loss) {
    Progress progress = bar("epoch " + epoch, steps);
    progress.to(step);
    progress.say(String.format(Locale.ROOT, "loss %.3f", loss));
  }

  @Override
  public void epochEnded(SequenceEpoch epoch) {
    close();
    long left = Math.round(epoch.seconds() * (epoch.epochs() - epoch.epoch()));
    err.printf(
        Locale.ROOT,
        "epoch %d/%d  loss %.4f  validation loss %.4f  %.1f s  left %s%n",
        epoch.epoch(),
        epoch.epochs(),
        epoch.trainLoss(),
        epoch.validationLoss(),
        epoch.seconds(),
        RunProgress.words(Duration.ofSeconds(left)));
    err.flush();
  }

  private Progress bar(String task, int max) {
    Progress current = bar;
    if (current == null || !shown.equals(task + max)) {
      close();
      current = Progress.of(task, max);
      bar = current;
      shown = task + max;
    }
    return current;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
