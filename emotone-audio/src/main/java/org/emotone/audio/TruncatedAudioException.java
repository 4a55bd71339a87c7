package org.emotone.audio;

import java.io.Serial;

/** The file ends before the audio that its header promises. */
public final class TruncatedAudioException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file
   */
  public TruncatedAudioException(String message) {
    super(message);
  }
}
