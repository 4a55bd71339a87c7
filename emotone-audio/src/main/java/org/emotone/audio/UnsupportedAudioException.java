package org.emotone.audio;

import java.io.Serial;

/** The audio is in a format that Emotone recognises by its first bytes but does not decode. */
public final class UnsupportedAudioException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file
   */
  public UnsupportedAudioException(String message) {
    super(message);
  }
}
