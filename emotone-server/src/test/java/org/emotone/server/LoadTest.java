package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.emotone.server.Served.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of more work than the server can do, and of clients that hold it up. */
final class LoadTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void whatDoesNotFitIsRefusedAtOnce() {
    ExecutorService clients = Executors.newFixedThreadPool(12);
    try (Served served =
        Served.in(folder, settings -> settings.withLimits(settings.limits().withWorkers(1, 1)))) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> served.upload(Served.sample("german-man"), "{\"explain\":true}"), clients));
      }
      List<Answer> all = answers.stream().map(CompletableFuture::join).toList();

      assertThat(all).extracting(Answer::status).containsOnly(201, 503).contains(201, 503);
      assertThat(all)
          .filteredOn(answer -> answer.status() == 503)
          .allSatisfy(
              answer -> {
                assertThat(answer.code()).isEqualTo("overloaded");
                assertThat(answer.header("Retry-After")).isNotEmpty();
              });
      assertThat(served.upload(Served.sample("flat-man"), "{}").status()).isEqualTo(201);
      assertThat(served.faults()).isEmpty();
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aConnectionServesTheNextRequestAfterARefusedBody() throws Exception {
    try (Served served = Served.in(folder);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      byte[] part = new byte[100_000];
      out.write(
          head("POST /v1/recognitions", "Content-Type: text/plain", "Content-Length: 300000"));
      for (int i = 0; i < 3; i++) {
        out.write(part);
        out.flush();
      }
      out.write(head("GET /health/live", "Connection: close"));
      out.flush();

      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answers).startsWith("HTTP/1.1 415 ").contains("HTTP/1.1 200 ");
    }
  }

  @Test
  void theConnectionOfALongRefusedBodyEndsAndTheAnswerSaysSo() throws Exception {
    try (Served served = Served.in(folder);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          head("POST /v1/recognitions", "Content-Type: text/plain", "Content-Length: 30000000"));
      out.flush();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 415 ").containsIgnoringCase("Connection: close");
    }
  }

  private static byte[] head(String request, String... lines) {
    return (request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", lines) + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void slowHeadersAreCutOff() throws Exception {
    try (Served served = Served.in(folder)) {
      long seconds =
          cutOff(
              served,
              "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ".getBytes(StandardCharsets.ISO_8859_1),
              1,
              500);
      assertThat(seconds).isLessThan(25);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void slowBodiesAreCutOff() throws Exception {
    try (Served served = Served.in(folder)) {
      byte[] head =
          head("POST /v1/recognitions", "Content-Type: audio/wav", "Content-Length: 1000000");
      assertThat(cutOff(served, head, 100, 200)).isLessThan(25);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
    }
  }

  /** After how many seconds the server ends a connection on which some bytes come now and then. */
  private static long cutOff(Served served, byte[] head, int bytes, int everyMillis)
      throws Exception {
    long then = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(everyMillis);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(head);
      boolean open = true;
      while (open && System.nanoTime() - then < 60_000_000_000L) {
        out.write(new byte[bytes].length == 1 ? new byte[] {'a'} : new byte[bytes]);
        out.flush();
        try {
          open = in.read(new byte[4096]) >= 0;
        } catch (java.net.SocketTimeoutException e) {
          // Nothing yet: the next bytes.
        }
      }
    } catch (SocketException e) {
      // The server has ended the connection while something was written.
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return (System.nanoTime() - then) / 1_000_000_000;
  }
}
