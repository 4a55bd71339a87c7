package org.emotone.audio;

import java.io.Serial;

/** The audio is larger, longer or otherwise more than {@link AudioLimits} allow. */
public final class AudioLimitException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file, what was found, and what to do
   * @param file the file, as messages call it
   * @param offset where in the file, in bytes from its start; −1 where that says nothing
   */
  public AudioLimitException(String message, String file, long offset) {
    super(message, file, offset);
  }
}
