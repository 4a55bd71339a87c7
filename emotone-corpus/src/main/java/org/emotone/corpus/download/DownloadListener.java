package org.emotone.corpus.download;

/** Hears how far a download is. */
public interface DownloadListener {
  /** Hears nothing. */
  DownloadListener NONE = new DownloadListener() {};

  /**
   * Something happened that a user wants to read, such as a connection that broke.
   *
   * @param message one line
   */
  default void message(String message) {}

  /**
   * A step moved on.
   *
   * @param step what is done, such as {@code fetching Audio_Speech_Actors_01-24.zip}; the same
   *     words for the whole step
   * @param done bytes or files so far
   * @param total bytes or files in all, -1 if unknown
   */
  default void progress(String step, long done, long total) {}
}
