package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.emotone.server.EmotoneServer;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server beside the other commands: it says what they say, and they learn from what it was
 * told.
 */
final class ServeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path MODEL = ROOT.resolve("models/default.emotone");
  private static final double TOLERANCE = 1e-5;

  private static EmotoneServer start(Path folder) throws IOException {
    Storage storage = Storage.in(folder).keepingAudio();
    return EmotoneServer.start(
        ServerSettings.local(storage).withPort(0),
        ModelCatalogue.open(List.of(MODEL)),
        List.of(),
        (id, fault) -> {},
        answered -> {});
  }

  private static Path sample(String name) {
    return ROOT.resolve("samples").resolve(name + ".wav");
  }

  private static byte[] send(EmotoneServer server, String path, HttpRequest.Builder request) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return HttpClient.newHttpClient()
          .send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode upload(EmotoneServer server, Path file, String query) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "audio/wav")
            .POST(HttpRequest.BodyPublishers.ofFile(file));
    return new ObjectMapper().readTree(send(server, "/v1/recognitions" + query, request));
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"german-man", "sad-woman", "fearful-woman"})
  void anUploadGivesWhatAnalyzeSays(String name, @TempDir Path folder) throws IOException {
    String file = sample(name).toString();
    String model = MODEL.toString();
    JsonNode whole = new ObjectMapper().readTree(run("analyze", "--json", "--model", model, file));
    JsonNode timed =
        new ObjectMapper().readTree(run("analyze", "--timeline", "--json", "--model", model, file));
    try (EmotoneServer server = start(folder)) {
      JsonNode uploaded = upload(server, sample(name), "?timeline=true");
      compare(whole.get(0), uploaded);
      JsonNode timeline = timed.isArray() ? timed.get(0) : timed;
      for (String part : List.of("windows", "segments")) {
        JsonNode ours = uploaded.path("timeline").path(part);
        assertThat(ours).isNotEmpty().hasSameSizeAs(timeline.path(part));
        for (int i = 0; i < ours.size(); i++) {
          compare(timeline.path(part).path(i), ours.path(i));
        }
      }
    }
  }

  private static void compare(JsonNode expected, JsonNode actual) {
    assertThat(expected.path("probabilities")).isNotEmpty();
    expected
        .path("probabilities")
        .fields()
        .forEachRemaining(
            p ->
                assertThat(actual.path("probabilities").path(p.getKey()).asDouble())
                    .isCloseTo(p.getValue().asDouble(), within(TOLERANCE)));
  }

  @Test
  void feedbackIsACorpusForAdaptation(@TempDir Path folder) throws IOException {
    Path clips = folder.resolve("clips");
    try (EmotoneServer server = start(folder.resolve("server"))) {
      for (List<String> given :
          List.of(
              List.of("german-man", "angry"),
              List.of("loud-man", "angry"),
              List.of("flat-man", "neutral"),
              List.of("calm-man", "neutral"))) {
        String id = upload(server, sample(given.get(0)), "").path("id").asText();
        String feedback =
            "{\"recognition\":\"%s\",\"label\":\"%s\",\"speaker\":\"a, \\\"b\\\"\"}"
                .formatted(id, given.get(1));
        send(
            server,
            "/v1/feedback",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(feedback)));
      }
      unzip(send(server, "/v1/feedback/export", HttpRequest.newBuilder()), clips);
    }
    String manifest = clips.resolve("manifest.csv").toString();

    assertThat(run("corpus", "inspect", manifest)).contains("angry 2", "neutral 2");
    Path adapted = folder.resolve("my.emotone");
    run("adapt", MODEL.toString(), "--clips", manifest, "-o", adapted.toString());
    assertThat(adapted).isNotEmptyFile();
  }

  private static void unzip(byte[] archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }
}
