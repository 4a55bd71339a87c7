package org.emotone.cli;

import java.io.PrintWriter;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.run.AblationPlan;
import org.emotone.training.run.RunListener;

/**
 * Shows an ablation on standard error: a bar over the epochs of all trainings where that is a
 * terminal, and a line for each training that ended.
 */
final class AblationProgress implements RunListener, AutoCloseable {

  private final PrintWriter err;
  private final Progress bar;
  private final int epochs;
  private int done;

  AblationProgress(PrintWriter err, AblationPlan plan) {
    this.err = err;
    this.epochs = plan.variants().get(0).recipe().training().epochs();
    this.bar = Progress.of("epochs", plan.trials() * epochs);
  }

  @Override
  public synchronized void note(String message) {
    bar.makeRoom();
    err.println(message);
    // A line for each training: what early stopping has left out is done, too.
    done = (done + epochs - 1) / epochs * epochs;
    bar.to(done);
  }

  @Override
  public synchronized void epochEnded(EpochMetrics metrics) {
    done++;
    bar.to(done);
    bar.say("epoch " + metrics.epoch());
  }

  @Override
  public synchronized void close() {
    bar.close();
  }
}
