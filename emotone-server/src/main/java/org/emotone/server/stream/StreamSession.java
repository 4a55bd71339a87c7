package org.emotone.server.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.emotone.Recognizer;
import org.emotone.audio.signal.Quality;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.Viewed;
import org.emotone.timeline.RecognitionStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of sound and what is heard in it. It outlives its connection for a while. Sound is heard
 * by one worker at a time, in its order; messages come and go on other threads.
 */
final class StreamSession {

  private final String id;
  private final String resumeToken;
  private final ModelCatalogue models;
  private final StreamLimits limits;
  private final Executor workers;
  private final Runnable ended;
  private final Pace pace;
  private final Outbox outbox = new Outbox();
  private final Deque<byte[]> waiting = new ArrayDeque<>();

  private StreamConfig config = StreamConfig.DEFAULT;
  private Recognizer recognizer;
  private @Nullable Hearing hearing;
  private @Nullable String endReason;
  private long acceptedBytes;
  private long waitingBytes;
  private boolean working;
  private boolean over;

  /** What hears the sound, once some has come. */
  private record Hearing(RecognitionStream stream, Results results) {}

  /**
   * A session.
   *
   * @param workers hear the sound
   * @param ended is run when it is over
   */
  StreamSession(
      String id,
      String resumeToken,
      ModelCatalogue models,
      StreamLimits limits,
      Executor workers,
      Runnable ended) {
    this.id = id;
    this.resumeToken = resumeToken;
    this.models = models;
    this.limits = limits;
    this.workers = workers;
    this.ended = ended;
    recognizer = models.first();
    pace = new Pace(limits.aheadSeconds(), limits.resumeSeconds(), System.nanoTime());
  }

  String id() {
    return id;
  }

  String resumeToken() {
    return resumeToken;
  }

  /** Begins on a connection. */
  synchronized void begin(Outlet connection) {
    outbox.attach(connection);
    outbox.say(
        "session.created",
        json -> {
          json.writeStringField("sessionId", id);
          json.writeStringField("resumeToken", resumeToken);
          Messages.config(json, config, recognizer.model().fullName(), classes());
          Messages.limits(json, limits);
        });
  }

  /** Goes on on another connection, and sends again what came after a message. */
  synchronized void resume(Outlet connection, long lastSequence) {
    outbox.attach(connection);
    outbox.tell(
        Messages.of(
            "session.resumed",
            null,
            json -> {
              json.writeStringField("sessionId", id);
              json.writeNumberField("nextByte", acceptedBytes);
              json.writeNumberField("seconds", (double) acceptedBytes / config.secondBytes());
            }));
    outbox.repeat(lastSequence);
  }

  /** The connection is gone; the session waits for another. */
  synchronized void detach(Outlet connection) {
    outbox.detach(connection);
  }

  /** Whether nobody has come back in time. */
  synchronized boolean abandoned(long nanos) {
    return outbox.detachedFor(limits.resumeSeconds(), nanos);
  }

  /** Changes the configuration, before any sound. */
  synchronized void update(StreamConfig.Update update) {
    if (acceptedBytes > 0 || endReason != null) {
      complain(StreamError.CONFIG_INVALID, "the configuration is fixed once sound has come", 0);
      return;
    }
    try {
      StreamConfig wanted = config.with(update);
      Recognizer chosen = models.find(wanted.model());
      Viewed.check(wanted.view(), chosen.model().manifest().classes());
      config = wanted;
      recognizer = chosen;
    } catch (RuntimeException e) {
      complain(StreamError.CONFIG_INVALID, String.valueOf(e.getMessage()), 0);
      return;
    }
    outbox.say(
        "session.updated",
        json -> Messages.config(json, config, recognizer.model().fullName(), classes()));
  }

  /**
   * Takes sound, or says why not; what comes after the end is passed over, as session.closed will
   * tell.
   */
  synchronized void sound(byte[] bytes) {
    if (endReason != null) {
      return;
    }
    String fault = config.fault(bytes, limits.frameSeconds());
    if (fault != null) {
      complain(StreamError.INVALID_AUDIO_FRAME, fault, 0);
      return;
    }
    if (seconds(acceptedBytes + bytes.length) > limits.sessionSeconds()) {
      end("too_long");
      return;
    }
    if (seconds(waitingBytes + bytes.length) > limits.waitingSeconds()) {
      complain(
          StreamError.OVERLOADED, "more sound waits than can be heard; send it again later", 1000);
      return;
    }
    long wait = pace.pass(seconds(bytes.length), System.nanoTime());
    if (wait > 0) {
      complain(
          StreamError.RATE_LIMITED, "sound comes faster than it lasts; send it again later", wait);
      return;
    }
    acceptedBytes += bytes.length;
    waitingBytes += bytes.length;
    waiting.add(bytes);
    work();
  }

  private double seconds(long bytes) {
    return (double) bytes / config.secondBytes();
  }

  /** Ends the session, once all sound that was taken is heard. */
  synchronized void end(String reason) {
    if (endReason == null) {
      endReason = reason;
      work();
    }
  }

  /** Ends the session at once; nobody is there to hear of it. */
  synchronized void abandon() {
    over = true;
    waiting.clear();
    waitingBytes = 0;
    ended.run();
  }

  private void work() {
    if (!working && !over) {
      working = true;
      try {
        workers.execute(this::hear);
      } catch (RejectedExecutionException e) {
        working = false;
      }
    }
  }

  /** One message of sound after the other; other sessions get their turn in between. */
  private void hear() {
    try {
      byte[] bytes = next();
      if (bytes != null) {
        hearing().stream().push(bytes, bytes.length, config.encoding().format());
      } else {
        finish(hearing());
      }
    } catch (RuntimeException e) {
      fail();
    }
    synchronized (this) {
      working = false;
      if (!waiting.isEmpty() || endReason != null) {
        work();
      }
    }
  }

  private synchronized byte @Nullable [] next() {
    byte[] bytes = waiting.poll();
    waitingBytes -= bytes == null ? 0 : bytes.length;
    return bytes;
  }

  private Hearing hearing() {
    Hearing current = hearing;
    if (current == null) {
      Results results = new Results(recognizer.model().manifest(), config.view(), this::say);
      RecognitionStream stream =
          new RecognitionStream(
              recognizer, config.sampleRate(), config.channels(), config.settings(), results);
      current = new Hearing(stream, results);
      hearing = current;
    }
    return current;
  }

  private synchronized void say(String type, Messages.Fields fields) {
    outbox.say(type, fields);
  }

  private void finish(Hearing last) {
    Quality quality = last.stream().end();
    synchronized (this) {
      String reason = String.valueOf(endReason);
      last.results().close(reason, last.stream().seconds(), quality);
      over = true;
      outbox.close(reason.equals("draining") ? 1001 : 1000, "session closed");
    }
    ended.run();
  }

  private synchronized void fail() {
    complain(StreamError.INTERNAL, "the server failed; begin a new session", 0);
    outbox.close(1011, StreamError.INTERNAL.id());
    abandon();
  }

  private List<String> classes() {
    return config.view().classes(recognizer.model().manifest().classes());
  }

  /** Says what is wrong, to whoever is there. */
  synchronized void complain(StreamError code, String message, long retryAfterMs) {
    outbox.tell(Messages.error(code, message, acceptedBytes, retryAfterMs));
  }
}
