package org.emotone.server.stream;

/**
 * What a stream may do.
 *
 * @param frameSeconds longest message of sound, in seconds
 * @param messageBytes largest message; one beyond it ends the connection
 * @param aheadSeconds how much faster than it lasts sound may come at once, in seconds
 * @param waitingSeconds how much sound may wait to be heard, in seconds
 * @param resumeSeconds how long a session outlives its connection
 * @param sessionSeconds longest sound of a session, in seconds
 * @param idleSeconds how long a connection may be silent
 * @param sessions how many there may be at a time
 */
record StreamLimits(
    double frameSeconds,
    int messageBytes,
    double aheadSeconds,
    double waitingSeconds,
    int resumeSeconds,
    double sessionSeconds,
    int idleSeconds,
    int sessions) {

  /** Ten seconds in a message, ten ahead, half a minute to come back. */
  static StreamLimits of(int sessions, double sessionSeconds) {
    return new StreamLimits(10, 1 << 20, 10, 45, 30, sessionSeconds, 60, sessions);
  }
}
