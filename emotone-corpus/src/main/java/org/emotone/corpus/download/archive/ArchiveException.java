package org.emotone.corpus.download.archive;

import java.io.IOException;

/** An archive that is damaged, hostile or of an unknown kind; nothing of it was put into place. */
public final class ArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception.
   *
   * @param message one line: the archive, what was found, what was expected, what to do
   */
  public ArchiveException(String message) {
    super(message);
  }

  /**
   * An exception with its cause.
   *
   * @param message one line: the archive, what was found, what was expected, what to do
   * @param cause what went wrong below
   */
  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
