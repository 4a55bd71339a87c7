package org.emotone.audio;

import java.io.Serial;

/** The file ends before the audio that its header promises. */
public final class TruncatedAudioException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file, what was found, and what to do
   * @param file the file, as messages call it
   * @param offset where in the file, in bytes from its start; −1 where that says nothing
   */
  public TruncatedAudioException(String message, String file, long offset) {
    super(message, file, offset);
  }
}
