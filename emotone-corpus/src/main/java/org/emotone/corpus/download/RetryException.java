package org.emotone.corpus.download;

import java.io.IOException;
import java.time.Duration;

/** A failure that may pass: a broken connection, a busy server. */
final class RetryException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  RetryException(String message) {
    this(message, Duration.ZERO);
  }

  RetryException(String message, Throwable cause) {
    super(message, cause);
    this.wait = Duration.ZERO;
  }

  RetryException(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  /** How long the server asks to wait; zero if it does not say. */
  Duration waiting() {
    return wait;
  }
}
