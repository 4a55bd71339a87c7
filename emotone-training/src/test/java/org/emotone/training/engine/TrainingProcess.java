package org.emotone.training.engine;

import java.nio.file.Path;
import java.time.Duration;

/** A process that trains, for tests that end it. */
final class TrainingProcess {

  static final TrainerOptions OPTIONS =
      Samples.options("{epochs: 6, batchSize: 4, cropFrames: 24, mixup: 0.2, ema: 0.9}");

  private TrainingProcess() {}

  /** Trains in the given folder, where it resumes, and writes a line for each step. */
  public static void main(String[] arguments) {
    StopFlag stop = new StopFlag();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop)));
    fit(
        Path.of(arguments[0]),
        new EpochListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {
            System.out.println("epoch " + metrics.epoch());
          }

          @Override
          public void stepEnded(int epoch, int step, int steps, double loss) {
            System.out.println("step " + epoch + " " + step);
          }
        },
        stop);
    System.out.println("ended");
  }

  static TrainingResult fit(Path folder, EpochListener listener, StopFlag stop) {
    return new Trainer(Samples.network(), OPTIONS, 5, folder)
        .fit(
            Samples.augmented(Samples.examples(60, 1), "{type: timeStretch, most: 0.1}"),
            Samples.examples(12, 2),
            Start.fresh().resuming(),
            listener,
            stop);
  }

  private static void stopAndWait(StopFlag stop) {
    try {
      stop.stopAndWait(Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
