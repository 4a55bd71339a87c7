package org.emotone.server.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Messages to a client, numbered; the last ones are remembered, for a client that comes back. Used
 * under the lock of its session alone.
 */
final class Outbox {

  private static final int REMEMBERED = 500;

  private record Sent(long sequence, String text) {}

  private final Deque<Sent> sent = new ArrayDeque<>();
  private @Nullable Outlet outlet;
  private long sequence;
  private long detachedAt;

  /** From now on messages go there; an earlier connection is ended. */
  void attach(Outlet connection) {
    if (outlet != null && outlet != connection) {
      outlet.close(1000, "resumed elsewhere");
    }
    outlet = connection;
  }

  /** That connection is gone. */
  void detach(Outlet connection) {
    if (outlet == connection) {
      outlet = null;
      detachedAt = System.nanoTime();
    }
  }

  /** Whether there has been no connection for so many seconds. */
  boolean detachedFor(int seconds, long nanos) {
    return outlet == null && nanos - detachedAt > seconds * 1_000_000_000L;
  }

  /** Sends a message that a client who comes back gets again. */
  void say(String type, Messages.Fields fields) {
    String text = Messages.of(type, ++sequence, fields);
    sent.add(new Sent(sequence, text));
    if (sent.size() > REMEMBERED) {
      sent.remove();
    }
    tell(text);
  }

  /** Sends a message to whoever is there now. */
  void tell(String text) {
    if (outlet != null) {
      outlet.send(text);
    }
  }

  /** Sends again what came after a message. */
  void repeat(long lastSequence) {
    for (Sent message : sent) {
      if (message.sequence() > lastSequence) {
        tell(message.text());
      }
    }
  }

  /** Ends the connection, if there is one. */
  void close(int code, String reason) {
    if (outlet != null) {
      outlet.close(code, reason);
    }
  }
}
