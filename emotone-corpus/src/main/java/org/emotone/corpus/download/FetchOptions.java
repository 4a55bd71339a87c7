package org.emotone.corpus.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connect longest wait for a connection and for the first byte of an answer
 * @param stall longest wait for more bytes of a body
 * @param attempts attempts in a row that may bring no new byte before the download gives up
 * @param redirects most redirects that one request may follow
 */
public record FetchOptions(Duration connect, Duration stall, int attempts, int redirects) {
  /** For servers of universities: 30 s, 60 s, five attempts, eight redirects. */
  public static final FetchOptions STANDARD =
      new FetchOptions(Duration.ofSeconds(30), Duration.ofSeconds(60), 5, 8);

  /** Checks the ranges. */
  public FetchOptions {
    if (connect.isNegative() || connect.isZero() || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("connect and stall must be longer than nothing");
    }
    if (attempts < 1 || redirects < 0) {
      throw new IllegalArgumentException(
          "attempts must be at least 1 and redirects at least 0, not "
              + attempts
              + " and "
              + redirects);
    }
  }
}
