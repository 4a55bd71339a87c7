package org.emotone.training.engine;

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
}
