package org.emotone.server.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.Limits;

/** All sessions of a server. Safe for use by several threads. */
final class StreamSessions implements AutoCloseable {

  private final ModelCatalogue models;
  private final StreamLimits limits;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, StreamSession> sessions = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "stream-sweeper"));
  private volatile boolean draining;

  /**
   * No session yet; each has at most one task before the workers, so that their queue is bounded.
   */
  StreamSessions(ModelCatalogue models, Limits limits, Ids ids) {
    this.models = models;
    this.limits = StreamLimits.of(limits.streams(), limits.streamSeconds());
    this.ids = ids;
    workers =
        (ThreadPoolExecutor)
            Executors.newFixedThreadPool(limits.workers(), task -> daemon(task, "stream"));
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  StreamLimits limits() {
    return limits;
  }

  /** How many there are, with those that wait for their client. */
  int count() {
    return sessions.size();
  }

  boolean draining() {
    return draining;
  }

  /** A new session; empty if there is no room for one. */
  synchronized Optional<StreamSession> create() {
    if (sessions.size() >= limits.sessions()) {
      return Optional.empty();
    }
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    String id = ids.next();
    StreamSession session =
        new StreamSession(
            id,
            HexFormat.of().formatHex(secret),
            models,
            limits,
            workers,
            () -> sessions.computeIfPresent(id, (key, one) -> null));
    sessions.put(id, session);
    return Optional.of(session);
  }

  /** The session of an id, for whoever knows its secret; empty if there is none. */
  Optional<StreamSession> find(String id, String resumeToken) {
    StreamSession session = sessions.get(id);
    if (session == null) {
      return Optional.empty();
    }
    byte[] known = session.resumeToken().getBytes(StandardCharsets.UTF_8);
    byte[] given = resumeToken.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(known, given) ? Optional.of(session) : Optional.empty();
  }

  private void sweep() {
    long now = System.nanoTime();
    for (StreamSession session : all()) {
      if (session.abandoned(now)) {
        session.abandon();
      }
    }
  }

  private List<StreamSession> all() {
    return new ArrayList<>(sessions.values());
  }

  /** Ends all sessions in good order, and waits for that for so many milliseconds. */
  void drain(long millis) {
    draining = true;
    all().forEach(session -> session.end("draining"));
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (!sessions.isEmpty() && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    draining = true;
    sweeper.shutdownNow();
    workers.shutdownNow();
  }
}
