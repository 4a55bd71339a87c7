package org.emotone.server.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.server.EmotoneServer;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;

/** A server with the web application and the model that Emotone ships, on a free port. */
final class Site implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final ModelCatalogue models;
  private final ServerSettings settings;
  private EmotoneServer server;

  private Site(ServerSettings settings, ModelCatalogue models) throws IOException {
    this.settings = settings;
    this.models = models;
    server = start(0);
  }

  /** Starts one that keeps its history in a folder. */
  static Site start(Path folder) throws IOException {
    return start(ServerSettings.local(Storage.in(folder)));
  }

  /** Starts one. */
  static Site start(ServerSettings settings) throws IOException {
    Path model = ROOT.resolve("models").resolve("default.emotone");
    return new Site(settings, ModelCatalogue.open(List.of(model)));
  }

  private EmotoneServer start(int port) throws IOException {
    return EmotoneServer.start(
        settings.withPort(port), models, List.of(new WebPage()), (id, fault) -> {}, answered -> {});
  }

  /** One of the clips in {@code samples/}. */
  static Path sample(String name) {
    return ROOT.resolve("samples").resolve(name);
  }

  /** The address of a view, such as {@code #/live}. */
  String address(String hash) {
    return "http://127.0.0.1:" + server.port() + "/" + hash;
  }

  /** Stops the server, as if it had been switched off. */
  int stop() {
    int port = server.port();
    server.close();
    return port;
  }

  /** Starts it again at the same place. */
  void startAgain(int port) throws IOException {
    server = start(port);
  }

  @Override
  public void close() {
    server.close();
    models.close();
  }
}
