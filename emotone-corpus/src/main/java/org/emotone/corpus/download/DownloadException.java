package org.emotone.corpus.download;

import java.io.IOException;

/** A corpus that could not be fetched, with what to do about it. */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception.
   *
   * @param message one line: the address or file, what was found, what was expected, what to do
   */
  public DownloadException(String message) {
    super(message);
  }

  /**
   * An exception with its cause.
   *
   * @param message one line: the address or file, what was found, what was expected, what to do
   * @param cause what went wrong below
   */
  public DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
