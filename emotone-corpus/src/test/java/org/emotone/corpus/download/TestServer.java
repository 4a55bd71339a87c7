package org.emotone.corpus.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that misbehaves as told, one answer after the other. */
final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  TestServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Adds an answer for a path; the last one is repeated. */
  TestServer on(String path, Answer answer) {
    answers.computeIfAbsent(path, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** The requests: path, then Range and If-Range where they were given. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String range = exchange.getRequestHeaders().getFirst("Range");
    String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
    requests.add(
        path + (range == null ? "" : " " + range) + (ifRange == null ? "" : " if " + ifRange));
    Answer answer;
    synchronized (answers) {
      Deque<Answer> waiting = answers.get(path);
      answer = waiting == null ? status(404) : waiting.size() > 1 ? waiting.poll() : waiting.peek();
    }
    try (exchange) {
      answer.give(exchange);
    } catch (IOException clientWentAway) {
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** One answer. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer busy(int seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
      exchange.sendResponseHeaders(503, -1);
    };
  }

  static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  static Answer text(String text) {
    return whole(text.getBytes(StandardCharsets.UTF_8), "");
  }

  /** The whole file, whatever was asked for; an entity tag unless empty. */
  static Answer whole(byte[] content, String etag) {
    return cut(content, etag, content.length);
  }

  /** The whole file's headers, but only its first bytes. */
  static Answer cut(byte[] content, String etag, int bytes) {
    return exchange -> {
      if (!etag.isEmpty()) {
        exchange.getResponseHeaders().set("ETag", etag);
      }
      exchange.sendResponseHeaders(200, content.length);
      write(exchange, content, 0, bytes);
    };
  }

  /** As a good server: ranges, and the whole file if the tag is another. */
  static Answer ranged(byte[] content, String etag) {
    return rangedCut(content, etag, Integer.MAX_VALUE);
  }

  /** As a good server whose connection breaks after some bytes. */
  static Answer rangedCut(byte[] content, String etag, int bytes) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
      if (range == null || (ifRange != null && !ifRange.equals(etag))) {
        cut(content, etag, Math.min(bytes, content.length)).give(exchange);
        return;
      }
      rest(exchange, content, etag, range, bytes);
    };
  }

  /** As a server that gives ranges whatever the condition says. */
  static Answer careless(byte[] content, String etag) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range == null) {
        whole(content, etag).give(exchange);
      } else {
        rest(exchange, content, etag, range, content.length);
      }
    };
  }

  private static void rest(
      HttpExchange exchange, byte[] content, String etag, String range, int bytes)
      throws IOException {
    int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    exchange.getResponseHeaders().set("ETag", etag);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    exchange.sendResponseHeaders(206, content.length - from);
    write(exchange, content, from, (int) Math.min(content.length, (long) from + bytes));
  }

  /** Some bytes and then silence, until the client goes away. */
  static Answer stalling(byte[] content, String etag, int bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.sendResponseHeaders(200, content.length);
      OutputStream out = exchange.getResponseBody();
      out.write(content, 0, bytes);
      out.flush();
      Thread.sleep(10_000);
    };
  }

  private static void write(HttpExchange exchange, byte[] content, int from, int to)
      throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.write(Arrays.copyOfRange(content, from, to));
    out.flush();
  }
}
