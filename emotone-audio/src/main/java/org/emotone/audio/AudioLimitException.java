package org.emotone.audio;

import java.io.Serial;

/** The audio is larger, longer or otherwise more than {@link AudioLimits} allow. */
public final class AudioLimitException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file
   */
  public AudioLimitException(String message) {
    super(message);
  }
}
