package org.emotone.server.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.emotone.Manifest;
import org.emotone.Recognizer;
import org.emotone.audio.SampleFormat;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.Viewed;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.RecognitionStream;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/**
 * A stream of sound and what is heard in it. It outlives its connection for a while. Sound is heard
 * by one worker at a time, in its order; messages come and go on other threads.
 */
final class StreamSession {

  private static final int REMEMBERED = 500;

  private record Sent(long sequence, String text) {}

  private final String id;
  private final String resumeToken;
  private final ModelCatalogue models;
  private final StreamLimits limits;
  private final Executor workers;
  private final Runnable ended;
  private final Pace pace;
  private final Deque<Sent> sent = new ArrayDeque<>();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Tally tally = new Tally();

  private StreamConfig config = StreamConfig.DEFAULT;
  private Recognizer recognizer;
  private @Nullable RecognitionStream stream;
  private @Nullable Outlet outlet;
  private @Nullable String endReason;
  private long detachedAt;
  private long sequence;
  private long acceptedBytes;
  private long waitingBytes;
  private boolean working;
  private boolean speaking;
  private boolean over;

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
    outlet = connection;
    say(
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
    if (outlet != null && outlet != connection) {
      outlet.close(1000, "resumed elsewhere");
    }
    outlet = connection;
    connection.send(
        Messages.of(
            "session.resumed",
            null,
            json -> {
              json.writeStringField("sessionId", id);
              json.writeNumberField("nextByte", acceptedBytes);
              json.writeNumberField("seconds", (double) acceptedBytes / config.secondBytes());
            }));
    for (Sent message : sent) {
      if (message.sequence() > lastSequence) {
        connection.send(message.text());
      }
    }
    if (over) {
      connection.close(1000, "session closed");
    }
  }

  /** The connection is gone; the session waits for another. */
  synchronized void detach(Outlet connection) {
    if (outlet == connection) {
      outlet = null;
      detachedAt = System.nanoTime();
    }
  }

  /** Whether nobody has come back in time. */
  synchronized boolean abandoned(long nanos) {
    return outlet == null && nanos - detachedAt > limits.resumeSeconds() * 1_000_000_000L;
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
    say(
        "session.updated",
        json -> Messages.config(json, config, recognizer.model().fullName(), classes()));
  }

  /** Takes sound, or says why not. */
  synchronized void sound(byte[] bytes) {
    double seconds = (double) bytes.length / config.secondBytes();
    String fault = fault(bytes, seconds);
    if (fault != null) {
      complain(StreamError.INVALID_AUDIO_FRAME, fault, 0);
      return;
    }
    if ((double) (acceptedBytes + bytes.length) / config.secondBytes() > limits.sessionSeconds()) {
      end("too_long");
      return;
    }
    if ((double) waitingBytes / config.secondBytes() + seconds > limits.waitingSeconds()) {
      complain(
          StreamError.OVERLOADED, "more sound waits than can be heard; send it again later", 1000);
      return;
    }
    long wait = pace.pass(seconds, System.nanoTime());
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

  private @Nullable String fault(byte[] bytes, double seconds) {
    if (endReason != null) {
      return "the session is closed";
    }
    if (bytes.length == 0 || bytes.length % config.frameBytes() != 0) {
      return "a message of sound must be whole frames of %d bytes, this one has %d bytes"
          .formatted(config.frameBytes(), bytes.length);
    }
    if (seconds > limits.frameSeconds()) {
      return "a message of sound may last %.0f s, this one lasts %.1f s"
          .formatted(limits.frameSeconds(), seconds);
    }
    SampleFormat format = config.encoding().format();
    if (format.floating()) {
      float[] samples = new float[bytes.length / format.bytes()];
      format.decode(bytes, samples, 0, samples.length);
      for (int i = 0; i < samples.length; i++) {
        if (!Float.isFinite(samples[i])) {
          return "sample %d is no finite number".formatted(i);
        }
      }
    }
    return null;
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
    byte[] bytes;
    synchronized (this) {
      bytes = waiting.poll();
      if (bytes != null) {
        waitingBytes -= bytes.length;
      }
    }
    try {
      if (bytes != null) {
        stream().push(bytes, bytes.length, config.encoding().format());
      } else {
        finish();
      }
    } catch (RuntimeException e) {
      fail();
    }
    synchronized (this) {
      working = false;
      if (!over && (!waiting.isEmpty() || endReason != null)) {
        work();
      }
    }
  }

  private RecognitionStream stream() {
    RecognitionStream current = stream;
    if (current == null) {
      current =
          new RecognitionStream(
              recognizer,
              config.sampleRate(),
              config.channels(),
              config.settings(),
              new Listening());
      stream = current;
    }
    return current;
  }

  private void finish() {
    RecognitionStream last = stream();
    Quality quality = last.end();
    List<String> warnings = recognizer.model().manifest().warnings(quality);
    synchronized (this) {
      String reason = String.valueOf(endReason);
      say(
          "session.closed",
          json -> Messages.closed(json, reason, tally, last.seconds(), warnings, quality));
      over = true;
      if (outlet != null) {
        outlet.close(reason.equals("draining") ? 1001 : 1000, "session closed");
      }
    }
    ended.run();
  }

  private synchronized void fail() {
    complain(StreamError.INTERNAL, "the server failed; begin a new session", 0);
    if (outlet != null) {
      outlet.close(1011, "internal");
    }
    abandon();
  }

  /** Turns what is heard into messages. */
  private final class Listening implements StreamListener {
    private final Manifest manifest = recognizer.model().manifest();
    private final Viewed viewed = new Viewed(config.view(), manifest.uncertainBelow());
    private final List<String> own = manifest.classes();
    private final List<String> shown = config.view().classes(own);

    @Override
    public void interval(TimelineWindow window, EmotionSegment current) {
      synchronized (StreamSession.this) {
        start(window.span().start());
        say(
            "measurement.result",
            json ->
                Messages.interval(
                    json,
                    viewed.of(window, own),
                    viewed.of(current, own),
                    shown,
                    manifest.uncertainBelow()));
      }
    }

    @Override
    public void utterance(Segment span, List<EmotionSegment> segments) {
      List<EmotionSegment> all = new ArrayList<>();
      segments.forEach(segment -> all.add(viewed.of(segment, own)));
      synchronized (StreamSession.this) {
        start(span.start());
        tally.add(span, all);
        say(
            "measurement.result",
            json -> Messages.utterance(json, span, all, shown, manifest.uncertainBelow()));
        say("utterance.end", json -> org.emotone.output.HeardJson.span(json, span));
        speaking = false;
      }
    }

    private void start(double seconds) {
      if (!speaking) {
        speaking = true;
        say("utterance.start", json -> json.writeNumberField("start", seconds));
      }
    }
  }

  private List<String> classes() {
    return config.view().classes(recognizer.model().manifest().classes());
  }

  /** Sends a message that a client who comes back gets again. */
  private void say(String type, Messages.Fields fields) {
    String text = Messages.of(type, ++sequence, fields);
    sent.add(new Sent(sequence, text));
    if (sent.size() > REMEMBERED) {
      sent.remove();
    }
    if (outlet != null) {
      outlet.send(text);
    }
  }

  /** Says what is wrong, to whoever is there. */
  synchronized void complain(StreamError code, String message, long retryAfterMs) {
    if (outlet != null) {
      outlet.send(Messages.error(code, message, acceptedBytes, retryAfterMs));
    }
  }
}
