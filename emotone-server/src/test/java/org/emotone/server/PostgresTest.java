package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotone.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The history in a real PostgreSQL, which the test starts for itself. As root it is run as the user
 * {@code postgres} that the package makes, because PostgreSQL refuses to run as root.
 */
@Tag("postgres")
final class PostgresTest {

  private static Path cluster = Path.of("");
  private static Path binaries = Path.of("");
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    binaries = binaries();
    cluster = Files.createTempDirectory("emotone-postgres");
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    run("initdb", "-D", data(), "-U", "emotone", "--auth=trust", "-E", "UTF8");
    up();
  }

  private static Path binaries() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
      }
    }
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "initdb"))) {
        return Path.of(folder);
      }
    }
    throw new IllegalStateException(
        "no PostgreSQL found (Debian, Ubuntu: apt-get install postgresql)");
  }

  private static String data() {
    return cluster.resolve("data").toString();
  }

  private static void up() {
    String options =
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, cluster);
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-o",
        options,
        "-l",
        cluster.resolve("log").toString(),
        "start");
  }

  private static void down() {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
  }

  private static void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(cluster.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(program).isTrue();
      assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    down();
    try (Stream<Path> all = Files.walk(cluster)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static Served served(Path folder) {
    return Served.in(
        folder,
        settings ->
            new ServerSettings(
                settings.host(),
                0,
                null,
                settings.hostNames(),
                false,
                settings.limits(),
                settings
                    .storage()
                    .keepingAudio()
                    .withDatabase(
                        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                        "emotone",
                        null)));
  }

  @Test
  void theHistoryIsTheSameAsInTheEmbeddedDatabase(@TempDir Path folder) {
    String path;
    JsonNode before;
    try (Served served = served(folder)) {
      before =
          served
              .upload(Served.sample("german-man"), "{\"timeline\":true,\"name\":\"Ä%.wav\"}")
              .json();
      path = "/v1/recognitions/" + before.path("id").asText();
    }
    try (Served served = served(folder)) {
      JsonNode after = served.get(path).json();
      assertThat(after.path("timeline")).isEqualTo(before.path("timeline"));
      assertThat(after.path("probabilities")).isEqualTo(before.path("probabilities"));
      assertThat(served.get("/v1/recognitions?q=%C3%A4%25").json().path("recognitions")).hasSize(1);
      String feedback =
          "{\"recognition\":\"%s\",\"label\":\"sad\"}".formatted(before.path("id").asText());
      assertThat(served.post("/v1/feedback", feedback).status()).isEqualTo(201);
      assertThat(
              served
                  .get("/v1/recognitions")
                  .json()
                  .path("recognitions")
                  .path(0)
                  .path("feedback")
                  .asText())
          .isEqualTo("sad");
      assertThat(served.delete(path).status()).isEqualTo(204);
      assertThat(served.get("/v1/feedback").json().path("feedback")).isEmpty();
      assertThat(served.get(path + "/audio").status()).isEqualTo(404);
    }
  }

  @Test
  void aDatabaseThatGoesAwayIsSaidAndComesBack(@TempDir Path folder) throws InterruptedException {
    try (Served served = served(folder)) {
      down();
      try {
        assertThat(served.get("/health/ready").status()).isEqualTo(503);
        Served.Answer answer = served.upload(Served.sample("flat-man"), "{}");
        assertThat(answer.code()).isEqualTo("storage_unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(served.upload(Served.sample("flat-man"), "{\"store\":false}").status())
            .isEqualTo(200);
        assertThat(served.get("/health/live").status()).isEqualTo(200);
      } finally {
        up();
      }
      assertThat(kept(served)).as("kept within 30 s after the database is back").isTrue();
      assertThat(served.get("/health/ready").status()).isEqualTo(200);
      served.delete("/v1/recognitions");
    }
  }

  /** Tries again as Retry-After asks: connections that broke are found out one by one. */
  private static boolean kept(Served served) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    Served.Answer answer = served.upload(Served.sample("flat-man"), "{}");
    while (answer.status() == 503 && System.nanoTime() < end) {
      assertThat(answer.code()).isEqualTo("storage_unavailable");
      TimeUnit.SECONDS.sleep(Long.parseLong(answer.header("Retry-After")));
      answer = served.upload(Served.sample("flat-man"), "{}");
    }
    return answer.status() == 201;
  }
}
