package org.emotone.server.stream;

import java.util.Locale;

/** What goes wrong in a stream; programs go by the code, which stays the same. */
enum StreamError {
  /** An update out of range, or after the first sound. */
  CONFIG_INVALID,
  /** A text that is none of the messages. */
  INVALID_MESSAGE,
  /** Sound that is not whole frames, too long, or no numbers. */
  INVALID_AUDIO_FRAME,
  /** Sound that comes faster than it lasts. */
  RATE_LIMITED,
  /** More sound waits than the server can hear. */
  OVERLOADED,
  /** A message beyond the limit. */
  MESSAGE_TOO_LARGE,
  /** A session that there is not, or not any more. */
  SESSION_UNKNOWN,
  /** No room for another session. */
  TOO_MANY_STREAMS,
  /** The server is shutting down. */
  DRAINING,
  /** A fault of the server. */
  INTERNAL;

  /** The code as clients see it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
