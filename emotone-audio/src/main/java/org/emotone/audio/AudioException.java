package org.emotone.audio;

import java.io.IOException;
import java.io.Serial;

/**
 * Why audio could not be read. The message is one line for the user: the file, what was found, what
 * was expected and what to do.
 */
public abstract sealed class AudioException extends IOException
    permits NotAudioException,
        UnsupportedAudioException,
        TruncatedAudioException,
        AudioLimitException,
        DamagedAudioException {
  @Serial private static final long serialVersionUID = 1L;

  AudioException(String message) {
    super(message);
  }
}
