package org.emotone.server.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.StrictBodies;
import org.emotone.server.settings.Limits;
import org.jspecify.annotations.Nullable;

/** The WebSocket {@code /v1/stream}. */
public final class StreamApi implements AutoCloseable {

  private static final String PATH = "/v1/stream";
  private static final String SESSION = "emotone.stream.session";
  private static final String OUTLET = "emotone.stream.outlet";
  private static final int TEXT_BYTES = 64 << 10;
  private static final int MOST_OUTGOING = 2000;

  private final StreamSessions sessions;

  /** Streams that are heard by these models within limits. */
  public StreamApi(ModelCatalogue models, Limits limits, Ids ids) {
    sessions = new StreamSessions(models, limits, ids);
  }

  record Resume(
      @JsonProperty(required = true) String type,
      @JsonProperty(required = true) String sessionId,
      @JsonProperty(required = true) String resumeToken,
      @Nullable Long lastSequence) {}

  record Configure(
      @JsonProperty(required = true) String type,
      @JsonProperty(required = true) StreamConfig.Update config) {}

  record Close(@JsonProperty(required = true) String type) {}

  /**
   * Adds the route.
   *
   * @param gate what a request passes before it becomes a stream
   */
  public void mount(JavalinConfig config, Handler gate) {
    config.jetty.modifyWebSocketServletFactory(
        factory -> {
          // One beyond the limit of the protocol is told why; one beyond this is cut off.
          factory.setMaxBinaryMessageSize(2L * sessions.limits().messageBytes());
          factory.setMaxTextMessageSize(TEXT_BYTES);
          factory.setIdleTimeout(Duration.ofSeconds(sessions.limits().idleSeconds()));
          factory.setMaxOutgoingFrames(MOST_OUTGOING);
        });
    config.routes.wsBeforeUpgrade(gate);
    config.routes.ws(PATH, this::handle);
  }

  private void handle(WsConfig ws) {
    ws.onConnect(this::connect);
    ws.onMessage(context -> text(context, context.message()));
    ws.onBinaryMessage(context -> sound(context, context.data()));
    ws.onClose(this::gone);
    ws.onError(this::gone);
  }

  /** Messages over a connection of Jetty. */
  private record Connection(Session session) implements Outlet {
    @Override
    public void send(String text) {
      if (session.isOpen()) {
        session.sendText(text, Callback.from(() -> {}, fault -> session.disconnect()));
      }
    }

    @Override
    public void close(int code, String reason) {
      session.close(code, reason, Callback.NOOP);
    }
  }

  private void connect(WsContext context) {
    Outlet outlet = new Connection(context.session);
    context.attribute(OUTLET, outlet);
    if (sessions.draining()) {
      refuse(outlet, StreamError.DRAINING, "the server is shutting down; try again", 1012);
      return;
    }
    sessions
        .create()
        .ifPresentOrElse(
            session -> {
              context.attribute(SESSION, session);
              session.begin(outlet);
            },
            () ->
                refuse(
                    outlet,
                    StreamError.TOO_MANY_STREAMS,
                    "there are %d streams already; try again"
                        .formatted(sessions.limits().sessions()),
                    1013));
  }

  private static void refuse(Outlet outlet, StreamError code, String message, int close) {
    outlet.send(Messages.error(code, message, 0, 2000));
    outlet.close(close, code.id());
  }

  private void sound(WsContext context, ByteBuffer data) {
    StreamSession session = context.attribute(SESSION);
    if (session == null) {
      return;
    }
    if (data.remaining() > sessions.limits().messageBytes()) {
      session.complain(
          StreamError.MESSAGE_TOO_LARGE,
          "a message may have %d bytes".formatted(sessions.limits().messageBytes()),
          0);
      context.closeSession(1009, StreamError.MESSAGE_TOO_LARGE.id());
      return;
    }
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    session.sound(bytes);
  }

  private void text(WsContext context, String text) {
    StreamSession session = context.attribute(SESSION);
    if (session == null) {
      return;
    }
    String type = "";
    try {
      type = StrictBodies.read("message", text, JsonNode.class).path("type").asText();
      switch (type) {
        case "session.update" ->
            session.update(StrictBodies.read("message", text, Configure.class).config());
        case "session.resume" ->
            resume(context, session, StrictBodies.read("message", text, Resume.class));
        case "session.close" -> {
          StrictBodies.read("message", text, Close.class);
          session.end("client");
        }
        default ->
            session.complain(
                StreamError.INVALID_MESSAGE,
                "type must be session.update, session.resume or session.close",
                0);
      }
    } catch (ProblemException e) {
      boolean config = type.equals("session.update");
      session.complain(
          config ? StreamError.CONFIG_INVALID : StreamError.INVALID_MESSAGE, e.detail(), 0);
    }
  }

  private void resume(WsContext context, StreamSession fresh, Resume resume) {
    StreamSession session = sessions.find(resume.sessionId(), resume.resumeToken()).orElse(null);
    if (session == null || session == fresh) {
      fresh.complain(
          StreamError.SESSION_UNKNOWN,
          "there is no such session any more; go on with this new one from its first sample",
          0);
      return;
    }
    Outlet outlet = context.attribute(OUTLET);
    if (outlet != null) {
      fresh.abandon();
      context.attribute(SESSION, session);
      session.resume(outlet, resume.lastSequence() == null ? 0 : resume.lastSequence());
    }
  }

  private void gone(WsContext context) {
    StreamSession session = context.attribute(SESSION);
    Outlet outlet = context.attribute(OUTLET);
    if (session != null && outlet != null) {
      session.detach(outlet);
    }
  }

  /** How many streams there are. */
  public int count() {
    return sessions.count();
  }

  /** Ends all streams in good order, and waits for that for so many milliseconds. */
  public void drain(long millis) {
    sessions.drain(millis);
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    sessions.close();
  }
}
