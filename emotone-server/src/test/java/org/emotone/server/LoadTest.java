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
  void slowHeadersAreCutOff() throws Exception {
    try (Served served = Served.in(folder)) {
      long seconds = cutOff(served, "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", 1, 500);
      assertThat(seconds).isLessThan(25);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void slowBodiesAreCutOff() throws Exception {
    try (Served served = Served.in(folder)) {
      String head =
          String.join(
              "\r\n",
              "POST /v1/recognitions HTTP/1.1",
              "Host: localhost",
              "Content-Type: audio/wav",
              "Content-Length: 1000000",
              "",
              "");
      assertThat(cutOff(served, head, 100, 200)).isLessThan(25);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
    }
  }

  /** After how many seconds the server ends a connection on which some bytes come now and then. */
  private static long cutOff(Served served, String head, int bytes, int everyMillis)
      throws Exception {
    long then = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(everyMillis);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
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
