package org.emotone.training.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Training cannot start or go on; the message says why and what to do, in one line. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public TrainingException(String message) {
    super(message);
  }

  /** With a message for the user and what led to it. */
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether it came of files that could not be read or written, and not of what was trained. */
  public boolean isOfFiles() {
    for (@Nullable Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return true;
      }
    }
    return false;
  }
}
