package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.emotone.corpus.split.Split;
import org.emotone.training.engine.TrainingException;
import org.jspecify.annotations.Nullable;

/** Keeps {@code run.json} true to what a run does. */
final class Standing {

  private final RunFolder folder;
  private final Clock clock;
  private final boolean fresh;
  private RunStatus status;

  private Standing(RunFolder folder, Clock clock, boolean fresh, RunStatus status)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.fresh = fresh;
    this.status = status;
    status.write(folder.status());
  }

  /** A run begins. */
  static Standing begin(RunFolder folder, Clock clock) throws IOException {
    RunStatus status = RunStatus.beginning(clock.instant().toString());
    return new Standing(folder, clock, true, status);
  }

  /**
   * A run goes on.
   *
   * @throws TrainingException if another process works on it, in one line
   */
  static Standing resume(RunFolder folder, Clock clock) throws IOException {
    String now = clock.instant().toString();
    if (!Files.isRegularFile(folder.status())) {
      return new Standing(folder, clock, false, RunStatus.beginning(now));
    }
    RunStatus before = RunStatus.read(folder.status());
    if (before.now() == RunStatus.State.RUNNING
        && before.process() != ProcessHandle.current().pid()) {
      throw new TrainingException(
          "%s: process %d is working on this run; stop it first"
              .formatted(folder.root(), before.process()));
    }
    return new Standing(folder, clock, false, before.resumed(now));
  }

  /** The clips have been divided. */
  void divided(Split split) throws IOException {
    change(status.divided(now(), split.words(), split.overlap().words()));
  }

  /** The network has been built. */
  void built(long parameters) throws IOException {
    change(status.built(now(), parameters));
  }

  /** The run was stopped. */
  void interrupted() throws IOException {
    change(status.ended(now(), RunStatus.State.INTERRUPTED, null));
  }

  /** The run came to its end. */
  void finished(long parameters, int bestEpoch, double temperature) throws IOException {
    change(status.built(now(), parameters).finished(now(), bestEpoch, temperature));
  }

  /** The run failed; one that has nothing to go on from is taken back. */
  void failed(Throwable failure) {
    try {
      if (!fresh || !folder.discard()) {
        change(status.ended(now(), RunStatus.State.FAILED, reason(failure)));
      }
    } catch (IOException e) {
      // Where the disk is full this cannot be written, either; the first failure tells more.
      failure.addSuppressed(e);
    }
  }

  private static String reason(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private void change(RunStatus next) throws IOException {
    next.write(folder.status());
    status = next;
  }

  private String now() {
    return clock.instant().toString();
  }
}
