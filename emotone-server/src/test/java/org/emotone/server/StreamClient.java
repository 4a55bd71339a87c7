package org.emotone.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the stream for tests. */
public final class StreamClient implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private StreamClient(URI uri, String... headers) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(uri, this).join();
  }

  /** Connects, with headers as names and values in turn. */
  public static StreamClient to(Served served, String... headers) {
    return new StreamClient(URI.create("ws://127.0.0.1:" + served.port() + "/v1/stream"), headers);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        messages.add(JSON.readTree(partial.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return java.util.concurrent.CompletableFuture.completedStage(null);
  }

  /** Sends JSON, with single quotes for double ones. */
  public void say(String json) {
    socket.sendText(json.replace('\'', '"'), true).join();
  }

  /** Sends sound. */
  public void sound(byte[] bytes, int from, int to) {
    socket.sendBinary(ByteBuffer.wrap(bytes, from, to - from), true).join();
  }

  /** The next message. */
  public JsonNode next() {
    try {
      JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("no message came within a minute");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next message, which must be of a type. */
  public JsonNode next(String type) {
    JsonNode message = next();
    if (!message.path("type").asText().equals(type)) {
      throw new IllegalStateException("expected " + type + ", got " + message);
    }
    return message;
  }

  /** All messages up to one of a type, that one too. */
  public List<JsonNode> until(String type) {
    List<JsonNode> all = new ArrayList<>();
    do {
      all.add(next());
    } while (!all.get(all.size() - 1).path("type").asText().equals(type));
    return all;
  }

  /** Breaks the connection, as a network that goes away does. */
  public void breakOff() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
