package org.emotone.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.engine.EpochMetrics;

/** Writes down what a run does, epoch by epoch, and passes it on. */
final class RunLog implements EpochListener {

  private final MetricsLog metrics;
  private final EpochListener artifacts;
  private final EpochListener listener;

  /**
   * A log.
   *
   * @param artifacts whose failures do not end the run
   * @param listener who hears of everything once it is on disk
   */
  RunLog(MetricsLog metrics, EpochListener artifacts, EpochListener listener) {
    this.metrics = metrics;
    this.artifacts = artifacts;
    this.listener = listener;
  }

  /** A process that was killed may not have written its last epoch, or not all of it. */
  @Override
  public void resumed(List<EpochMetrics> history) {
    try {
      metrics.write(history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    attempt(artifact -> artifact.resumed(history));
    listener.resumed(history);
  }

  @Override
  public void epochEnded(EpochMetrics epoch) {
    metrics.append(epoch);
    attempt(artifact -> artifact.epochEnded(epoch));
    listener.epochEnded(epoch);
  }

  private void attempt(Consumer<EpochListener> call) {
    try {
      call.accept(artifacts);
    } catch (RuntimeException | LinkageError e) {
      listener.note("the run goes on, but not all of its record could be written: " + e);
    }
  }

  @Override
  public void stepEnded(int epoch, int step, int steps, double loss) {
    listener.stepEnded(epoch, step, steps, loss);
  }

  @Override
  public void note(String message) {
    listener.note(message);
  }
}
