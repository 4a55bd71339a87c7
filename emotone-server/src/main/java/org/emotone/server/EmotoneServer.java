package org.emotone.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.rest.Answered;
import org.emotone.server.rest.RestApi;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;

/**
 * A running server.
 *
 * <pre>{@code
 * try (ModelCatalogue models = ModelCatalogue.open(List.of(Path.of("models/default.emotone")));
 *     EmotoneServer server =
 *         EmotoneServer.start(ServerSettings.local(storage), models, List.of(), (id, fault) -> {}, answered -> {})) {
 *   System.out.println("http://127.0.0.1:" + server.port());
 *   …
 * }
 * }</pre>
 */
public final class EmotoneServer implements AutoCloseable {

  private static final int MOST_THREADS = 200;
  private static final int IDLE_MILLIS = 30_000;
  private static final int DRAIN_MILLIS = 20_000;
  private static final int HEADER_BYTES = 8 << 10;

  private final Javalin javalin;
  private final RestApi rest;

  private EmotoneServer(Javalin javalin, RestApi rest) {
    this.javalin = javalin;
    this.rest = rest;
  }

  /**
   * Starts a server.
   *
   * @param models what it recognises with; they stay open as long as it runs, and belong to the
   *     caller
   * @param pages what else it serves, such as the web application: each adds its routes and files
   * @param faults hears of faults of the server: the id of a request, and what happened; must not
   *     write messages of exceptions anywhere, which may hold what a client sent
   * @param log hears of every request that was answered
   * @throws IOException if the folder or the database cannot be used
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static EmotoneServer start(
      ServerSettings settings,
      ModelCatalogue models,
      List<Consumer<JavalinConfig>> pages,
      BiConsumer<String, Throwable> faults,
      Consumer<Answered> log)
      throws IOException {
    RestApi rest = RestApi.open(settings, models, faults, Clock.systemUTC());
    try {
      Javalin javalin =
          Javalin.create(
              config -> {
                configure(config, settings, rest.uploadFolder());
                rest.mount(config);
                config.requestLogger.http(
                    (context, millis) -> log.accept(rest.answered(context, millis)));
                pages.forEach(page -> page.accept(config));
              });
      javalin.start(settings.host(), settings.port());
      return new EmotoneServer(javalin, rest);
    } catch (RuntimeException e) {
      rest.close();
      throw e;
    }
  }

  private static void configure(JavalinConfig config, ServerSettings settings, Path folder) {
    Limits limits = settings.limits();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Limits.SMALL_BODY_BYTES;
    config.http.asyncTimeout = 0;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 8, IDLE_MILLIS);
    config.jetty.multipartConfig.cacheDirectory(folder.toString());
    config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(
        limits.uploadBytes() + Limits.SMALL_BODY_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(Limits.SMALL_BODY_BYTES, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(EmotoneServer::configure);
    config.jetty.modifyServer(server -> configure(server, limits));
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setIdleTimeout(IDLE_MILLIS);
  }

  private static void configure(Server server, Limits limits) {
    server.setStopTimeout(DRAIN_MILLIS);
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.insertHandler(new MinimumDataRateHandler(Limits.LEAST_BYTES_PER_SECOND, 0));
    SlowHeaders slowHeaders = new SlowHeaders();
    server.insertHandler(slowHeaders);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              connector.addBean(slowHeaders, false);
            }
          }
        });
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * What it answers, such as {@code GET /v1/models}, with the names of the parameters in braces.
   */
  Set<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> !endpoint.path.equals("*") && !endpoint.path.isEmpty())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes nothing more, finishes what is under way within 20 s, and stops. */
  @Override
  public void close() {
    rest.drain(DRAIN_MILLIS);
    javalin.stop();
    rest.close();
  }
}
