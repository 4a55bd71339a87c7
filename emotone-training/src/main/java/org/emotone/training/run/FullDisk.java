package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.emotone.training.engine.TrainingException;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from other failures, whose only sign is the system's own words. */
final class FullDisk {

  /** Of Linux and macOS, of Windows, and of a quota. */
  private static final List<String> WORDS =
      List.of("no space left on device", "not enough space on the disk", "quota exceeded");

  private FullDisk() {}

  /** Whether a failure, or what led to it, is that a disk is full. */
  static boolean is(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof IOException && WORDS.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }

  /** What to tell of it. */
  static TrainingException of(RunFolder folder, Throwable failure) {
    boolean begun = Files.exists(folder.checkpoints());
    return new TrainingException(
        folder.root()
            + ": the disk of the run or of the cache is full ("
            + failure.getMessage()
            + "); "
            + (begun
                ? "what the epochs before have learned is kept: make room and resume the run"
                : "no epoch had ended: make room and start again"),
        failure);
  }
}
