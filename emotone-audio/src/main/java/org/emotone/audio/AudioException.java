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

  private final String file;
  private final long offset;

  AudioException(String message, String file, long offset) {
    super(message);
    this.file = file;
    this.offset = offset;
  }

  /** The file, as the message calls it. */
  public String file() {
    return file;
  }

  /** Where in the file it was noticed, in bytes from its start; −1 where that says nothing. */
  public long offset() {
    return offset;
  }
}
