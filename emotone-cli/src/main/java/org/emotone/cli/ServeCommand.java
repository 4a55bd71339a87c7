package org.emotone.cli;

import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.emotone.server.EmotoneServer;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.rest.Answered;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.web.WebPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone serve}: recognition over HTTP and WebSocket. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Recognise for browsers and programs, over HTTP and WebSocket.",
    description = {
      "",
      "Starts a server, for this machine alone unless --host says otherwise, until Ctrl-C. What was "
          + "heard is kept in a history, the audio only with --keep-audio. Programs find what it "
          + "speaks at /openapi.yaml and /asyncapi.yaml; docs/serving.md tells it by example.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone serve",
      "  emotone serve --port 9000 --model default --model my.emotone --keep-audio --retention 30",
      "  emotone serve --behind-proxy --host-name emotone.example.org --token-file token.txt",
      "  emotone serve --database jdbc:postgresql://localhost/emotone --database-user emotone",
      "  curl -F file=@call.wav http://127.0.0.1:8080/v1/recognitions"
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = {
        "A model in models/ by name, or a file; may be given several times, the first is the default "
            + "(default: default)."
      })
  private @Nullable List<String> models;

  @Option(
      names = "--access-log",
      description = {
        "Print a line for each request: time, method, route, status, milliseconds, id. Never what a "
            + "client sent."
      })
  private boolean accessLog;

  @Mixin private ServeOptions options = new ServeOptions();

  @Override
  public Integer call() throws IOException {
    ServerSettings settings;
    try {
      settings = options.settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    try (ModelCatalogue catalogue = ModelCatalogue.open(modelFiles())) {
      run(settings, catalogue);
    }
    return 0;
  }

  private List<Path> modelFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String model : models == null ? List.of("default") : models) {
      files.add(Models.find(model));
    }
    return files;
  }

  /** Serves until the process is told to end, and then ends in good order. */
  private void run(ServerSettings settings, ModelCatalogue catalogue) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Consumer<JavalinConfig>> pages = List.of(new WebPage());
    Consumer<Answered> log = accessLog ? answered -> tell(out, answered) : answered -> {};
    CountDownLatch never = new CountDownLatch(1);
    try (EmotoneServer server =
        EmotoneServer.start(settings, catalogue, pages, (id, fault) -> tell(err, id, fault), log)) {
      Thread hook = new Thread(server::close, "end-serving");
      Runtime.getRuntime().addShutdownHook(hook);
      greet(out, settings, server.port());
      never.await();
    } catch (JavalinBindException e) {
      throw new BindException(
          "port %d is taken or not allowed; choose another with --port".formatted(settings.port()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void greet(PrintWriter out, ServerSettings settings, int port) throws IOException {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    out.printf("Emotone is at http://%s:%d/ (Ctrl-C ends it)%n", host, port);
    if (options.tokenWasMade()) {
      out.printf(
          "token: %s (for this run; keep one of your own with --token-file)%n",
          settings.secret().orElseThrow());
    }
    out.flush();
  }

  private static void tell(PrintWriter out, Answered answered) {
    out.printf(
        Locale.ROOT,
        "%s %s %s %d %.0f ms %s%n",
        Instant.now(),
        answered.method(),
        answered.route(),
        answered.status(),
        answered.millis(),
        answered.requestId());
    out.flush();
  }

  /** Without the message, which may hold what a client sent. */
  private static void tell(PrintWriter err, String request, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    err.printf(
        "emotone: request %s failed: %s at %s%n",
        request, fault.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
  }
}
