package org.emotone.audio;

import java.io.Serial;

/**
 * The audio contradicts itself: a bad checksum, a field out of range, a sample that is no number.
 */
public final class DamagedAudioException extends AudioException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message one line that names the file
   */
  public DamagedAudioException(String message) {
    super(message);
  }
}
