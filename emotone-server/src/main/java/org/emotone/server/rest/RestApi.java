package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.emotone.server.guard.Tokens;
import org.emotone.server.recognition.Hearing;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.ProgressBoard;
import org.emotone.server.recognition.WorkPool;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;

/** The REST interface of a server, with all that stands behind it. */
public final class RestApi implements AutoCloseable {

  private final WorkPool pool;
  private final Gate gate;
  private final Problems problems;
  private final LoginRoutes login;
  private final ModelRoutes models;
  private final RecognitionRoutes recognitions;
  private final Path uploadFolder;

  private RestApi(
      ServerSettings settings,
      ModelCatalogue catalogue,
      BiConsumer<String, Throwable> faults,
      InstantSource clock) {
    Limits limits = settings.limits();
    Ids ids = new Ids(clock);
    ProgressBoard board = new ProgressBoard();
    Tokens tokens = new Tokens(settings.secret(), clock);
    uploadFolder = settings.storage().folder().resolve("uploads");
    pool = new WorkPool("recognition", limits.workers(), limits.queue());
    gate = new Gate(settings, tokens, ids, clock);
    problems = new Problems(faults);
    login = new LoginRoutes(gate, tokens);
    models = new ModelRoutes(catalogue);
    recognitions =
        new RecognitionRoutes(
            catalogue,
            pool,
            new Hearing(limits, board),
            board,
            new Uploads(uploadFolder, limits, ids),
            ids,
            clock);
  }

  /**
   * Opens it.
   *
   * @throws IOException if the folder cannot be used
   */
  public static RestApi open(
      ServerSettings settings,
      ModelCatalogue models,
      BiConsumer<String, Throwable> faults,
      InstantSource clock)
      throws IOException {
    RestApi api = new RestApi(settings, models, faults, clock);
    Files.createDirectories(api.uploadFolder);
    return api;
  }

  /** Adds all routes. */
  public void mount(RoutesConfig routes) {
    routes.before(gate::pass);
    problems.mount(routes);
    login.mount(routes);
    models.mount(routes);
    recognitions.mount(routes);
    new SpecRoutes().mount(routes);
  }

  /** Where uploads lie while they are worked on. */
  public Path uploadFolder() {
    return uploadFolder;
  }

  /** Takes nothing more, and waits for what is under way, for so many milliseconds. */
  public void drain(long millis) {
    pool.finish(millis);
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    pool.close();
  }
}
