package org.emotone.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.jspecify.annotations.Nullable;

/** A server for a test, and a client of it. */
public final class Served implements AutoCloseable {

  /** The checkout. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "e7a1c3b5";

  private final @Nullable ModelCatalogue models;
  private final @Nullable EmotoneServer server;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

  private Served(@Nullable EmotoneServer server, @Nullable ModelCatalogue models, int port) {
    this.server = server;
    this.models = models;
    this.port = port;
  }

  private static Served start(ServerSettings settings) {
    Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    try {
      ModelCatalogue models = ModelCatalogue.open(List.of(ROOT.resolve("models/default.emotone")));
      EmotoneServer server =
          EmotoneServer.start(
              settings, models, List.of(), (id, fault) -> faults.add(fault), answered -> {});
      Served served = new Served(server, models, server.port());
      served.faults = faults;
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client of a server that runs already. */
  public static Served of(EmotoneServer server, ModelCatalogue models) {
    return new Served(server, models, server.port());
  }

  /** A client of a server in another process. */
  public static Served at(int port) {
    return new Served(null, null, port);
  }

  /** Starts a server that keeps what it keeps in a folder. */
  public static Served in(Path folder) {
    return in(folder, settings -> settings);
  }

  /** Starts a server with other settings. */
  public static Served in(Path folder, UnaryOperator<ServerSettings> change) {
    return start(change.apply(ServerSettings.local(Storage.in(folder)).withPort(0)));
  }

  /** A clip of synthetic speech. */
  public static Path sample(String name) {
    return ROOT.resolve("samples").resolve(name + ".wav");
  }

  /** Faults of the server so far, which there should be none of. */
  public List<Throwable> faults() {
    return List.copyOf(faults);
  }

  /** The address of a path. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What the server answers. */
  public Set<String> routes() {
    return server == null ? Set.of() : server.routes();
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** A request to a path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  /** Sends a request. */
  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets a path. */
  public Answer get(String path) {
    return send(request(path));
  }

  /** Deletes a path. */
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Posts JSON. */
  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Uploads a file with options. */
  public Answer upload(Path file, String options) {
    return send(form(file, options));
  }

  /** A form with a file and options. */
  public HttpRequest.Builder form(Path file, String options) {
    try {
      return form(file.getFileName().toString(), Files.readAllBytes(file), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form with a file and options. */
  public HttpRequest.Builder form(String name, byte[] content, String options) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(part("file\"; filename=\"" + name, "application/octet-stream"));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(part("options", "application/json"));
    body.writeBytes((options + "\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return request("/v1/recognitions")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static byte[] part(String name, String type) {
    String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n";
    return head.formatted(BOUNDARY, name, type).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What came back.
   *
   * @param response as the client has it
   */
  public record Answer(HttpResponse<byte[]> response) {

    /** The status. */
    public int status() {
      return response.statusCode();
    }

    /** A header, empty if there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    /** The code of a problem; empty if it is none. */
    public String code() {
      return header("Content-Type").equals("application/problem+json")
          ? json().path("code").asText()
          : "";
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (models != null) {
      models.close();
    }
  }
}
