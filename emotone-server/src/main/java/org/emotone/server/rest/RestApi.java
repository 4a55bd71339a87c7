package org.emotone.server.rest;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.emotone.server.guard.Tokens;
import org.emotone.server.history.History;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Hearing;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.recognition.ProgressBoard;
import org.emotone.server.recognition.WorkPool;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.stream.StreamApi;

/** What a server speaks, REST and the stream, with all that stands behind it. */
public final class RestApi implements AutoCloseable {

  private final ServerSettings settings;
  private final ModelCatalogue catalogue;
  private final InstantSource clock;
  private final DataFolder folder;
  private final History history;
  private final Ids ids;
  private final Tokens tokens;
  private final Gate gate;
  private final WorkPool pool;
  private final Metrics metrics;
  private final Problems problems;
  private final StreamApi streams;
  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(RestApi::daemon);

  private RestApi(
      ServerSettings settings,
      ModelCatalogue catalogue,
      DataFolder folder,
      History history,
      BiConsumer<String, Throwable> faults,
      InstantSource clock) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.folder = folder;
    this.history = history;
    this.clock = clock;
    ids = new Ids(clock);
    tokens = new Tokens(settings.secret(), clock);
    gate = new Gate(settings, tokens, ids, clock);
    pool = new WorkPool("recognition", settings.limits().workers(), settings.limits().queue());
    metrics = new Metrics(pool);
    problems = new Problems(faults);
    streams = new StreamApi(catalogue, settings.limits(), ids);
    metrics.gauge("emotone.streams", "Live streams", streams::count);
  }

  /**
   * Opens it.
   *
   * @throws IOException if the folder or the database cannot be used, in a line for the operator
   */
  public static RestApi open(
      ServerSettings settings,
      ModelCatalogue models,
      BiConsumer<String, Throwable> faults,
      InstantSource clock)
      throws IOException {
    DataFolder folder = DataFolder.take(settings.storage().folder());
    try {
      History history = History.open(settings.storage());
      RestApi api = new RestApi(settings, models, folder, history, faults, clock);
      var unused = api.housekeeping.scheduleWithFixedDelay(api::deleteOld, 0, 10, TimeUnit.MINUTES);
      return api;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "housekeeping");
    thread.setDaemon(true);
    return thread;
  }

  private void deleteOld() {
    Duration retention = settings.storage().retention();
    if (retention != null) {
      try {
        history.deleteBefore(clock.instant().minus(retention));
      } catch (ProblemException e) {
        // The database is away; the next round deletes what has grown old.
      }
    }
  }

  /** Adds all routes. */
  public void mount(JavalinConfig config) {
    RoutesConfig routes = config.routes;
    Limits limits = settings.limits();
    ProgressBoard board = new ProgressBoard();
    Hearing hearing = new Hearing(limits, board);
    Uploads uploads = new Uploads(folder.uploads(), limits, ids);
    routes.before(gate::pass);
    problems.mount(routes);
    new LoginRoutes(gate, tokens).mount(routes);
    new ModelRoutes(catalogue).mount(routes);
    new SpecRoutes().mount(routes);
    new SettingsRoutes(settings, gate, tokens).mount(routes);
    new HealthRoutes(history, pool, folder.uploads(), limits.uploadBytes()).mount(routes);
    metrics.mount(routes);
    new RecognitionRoutes(catalogue, pool, hearing, board, uploads, history, metrics, ids, clock)
        .mount(routes);
    new HistoryRoutes(history).mount(routes);
    new FileRoutes(history, hearing, pool, folder.uploads()).mount(routes);
    new FeedbackRoutes(history, ids, clock).mount(routes);
    streams.mount(config, gate::passStream);
  }

  /** Counts an answer that took so many milliseconds, and says what of it may be written down. */
  public Answered answered(Context context, float millis) {
    metrics.answered(context, millis);
    return new Answered(
        context.method().name(),
        Metrics.route(context),
        context.statusCode(),
        millis,
        Requests.id(context));
  }

  /** Where uploads lie while they are worked on. */
  public Path uploadFolder() {
    return folder.uploads();
  }

  /** Takes nothing more, and waits for what is under way, for so many milliseconds. */
  public void drain(long millis) {
    pool.drain();
    streams.drain(millis / 2);
    pool.finish(millis / 2);
  }

  /** Gives up what is under way, and closes what was opened. */
  @Override
  public void close() {
    housekeeping.shutdownNow();
    streams.close();
    pool.close();
    history.close();
    try {
      folder.close();
    } catch (IOException e) {
      // The system gives the lock back with the process.
    }
  }
}
