package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotone.server.settings.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of its work loses nothing that it said it had kept. */
final class CrashTest {

  /** Runs a server until it is killed; prints its port. */
  public static void main(String[] arguments) {
    Served served = Served.in(Path.of(arguments[0]), CrashTest::keepingAudio);
    System.out.println(served.port());
  }

  private static ServerSettings keepingAudio(ServerSettings settings) {
    return new ServerSettings(
        settings.host(),
        0,
        null,
        settings.hostNames(),
        false,
        settings.limits().withRequestsPerSecond(1000),
        settings.storage().keepingAudio());
  }

  @Test
  void whatWasConfirmedIsThereAndNothingIsHalf(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashTest.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> confirmed = ConcurrentHashMap.newKeySet();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      Served remote = Served.at(Integer.parseInt(out.readLine()));
      for (int i = 0; i < 4; i++) {
        clients.execute(() -> upload(remote, confirmed));
      }
      while (confirmed.size() < 12) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
    } finally {
      process.destroyForcibly().waitFor();
      clients.shutdownNow();
    }

    try (Served served = Served.in(folder, CrashTest::keepingAudio)) {
      JsonNode kept = served.get("/v1/recognitions?limit=200").json().path("recognitions");
      Set<String> ids = Set.copyOf(kept.findValuesAsText("id"));
      assertThat(ids).containsAll(confirmed);
      for (String id : ids) {
        assertThat(served.get("/v1/recognitions/" + id).status()).isEqualTo(200);
        assertThat(served.get("/v1/recognitions/" + id + "/audio").response().body())
            .isEqualTo(Files.readAllBytes(Served.sample("flat-man")));
      }
      assertThat(names(folder.resolve("audio"))).isEqualTo(ids);
      assertThat(names(folder.resolve("uploads"))).isEmpty();
    }
  }

  /** Until the server is gone. */
  private static void upload(Served remote, Set<String> confirmed) {
    try {
      while (true) {
        Served.Answer answer = remote.upload(Served.sample("flat-man"), "{}");
        if (answer.status() == 201) {
          confirmed.add(answer.json().path("id").asText());
        }
      }
    } catch (RuntimeException e) {
      // The server was killed, as planned.
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
