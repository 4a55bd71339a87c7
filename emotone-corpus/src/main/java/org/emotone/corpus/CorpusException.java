package org.emotone.corpus;

import java.io.IOException;

/**
 * A corpus or one of its side files cannot be used; the message is one line for the user that names
 * the file (with the line, where there is one), what was found and what was expected.
 */
public class CorpusException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public CorpusException(String message) {
    super(message);
  }

  /** With a message for the user and what lies behind it. */
  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
