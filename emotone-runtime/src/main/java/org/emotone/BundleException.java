package org.emotone;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model bundle that cannot be used; the message names the file, the fault and the remedy. */
public final class BundleException extends IOException {

  private static final long serialVersionUID = 1;

  /** With the one line that a user reads. */
  public BundleException(String message) {
    super(message);
  }

  /** With the one line that a user reads, and what led to it. */
  public BundleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
