package org.emotone.network;

import java.io.IOException;

/** Thrown when a file is not a safetensors file that can be read; the message says why. */
public final class SafetensorsException extends IOException {

  private static final long serialVersionUID = 1L;

  SafetensorsException(String file, String reason) {
    super(file + ": " + reason);
  }

  SafetensorsException(String file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
