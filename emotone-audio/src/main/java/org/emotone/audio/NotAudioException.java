package org.emotone.audio;

import java.io.Serial;

/** The bytes are not audio that Emotone recognises: a text file, an empty file. */
public final class NotAudioException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file
   */
  public NotAudioException(String message) {
    super(message);
  }
}
