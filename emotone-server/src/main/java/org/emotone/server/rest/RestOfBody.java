package org.emotone.server.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads what a refused request still sends, so that its connection can serve the next one.
 *
 * <p>A server that answers before it has read a body has to end the connection (RFC 9112, section
 * 9.3), and a client that sends its next request just then hears nothing. Reading on costs a
 * thread, so only short bodies are read, a few at a time; the other clients are told that the
 * connection ends.
 */
final class RestOfBody {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_AT_A_TIME = 16;

  private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

  /** Reads on, or lets the answer say that the connection ends after it. */
  void read(Context context) {
    long length = context.req().getContentLengthLong();
    boolean none = length <= 0 && context.header("Transfer-Encoding") == null;
    if (!none && !isRead(context, length)) {
      context.header("Connection", "close");
    }
  }

  private boolean isRead(Context context, long length) {
    if (length < 0 || length > MOST_BYTES || !places.tryAcquire()) {
      return false;
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] block = new byte[1 << 14];
      int got = 0;
      while (got >= 0) {
        got = in.read(block);
      }
      return true;
    } catch (IOException e) {
      // The client has gone, or sends too slowly.
      return false;
    } finally {
      places.release();
    }
  }
}
