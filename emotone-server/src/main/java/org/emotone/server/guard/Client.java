package org.emotone.server.guard;

import org.jspecify.annotations.Nullable;

/** Who is on the other side. */
public final class Client {

  private Client() {}

  /**
   * The address that limits go by.
   *
   * @param peer who opened the connection
   * @param forwardedFor the header {@code X-Forwarded-For}
   * @param behindProxy whether the peer is the server's own proxy, which wrote the last entry of
   *     the header
   */
  public static String address(String peer, @Nullable String forwardedFor, boolean behindProxy) {
    if (!behindProxy || forwardedFor == null) {
      return peer;
    }
    String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > 64 ? peer : last;
  }
}
