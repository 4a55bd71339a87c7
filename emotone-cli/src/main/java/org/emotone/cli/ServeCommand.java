package org.emotone.cli;

import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.emotone.server.EmotoneServer;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotone serve}: recognition over HTTP and WebSocket. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Recognise for browsers and programs, over HTTP and WebSocket.",
    description = {
      "",
      "Starts a server for this machine alone, until Ctrl-C. Programs find what it speaks at "
          + "/openapi.yaml and /asyncapi.yaml; docs/serving.md tells it by example.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone serve",
      "  emotone serve --port 9000 --model default --model my.emotone",
      "  curl -F file=@call.wav http://127.0.0.1:8080/v1/recognitions"
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = {
        "A model in models/ by name, or a file; may be given several times, the first is the default "
            + "(default: default)."
      })
  private @Nullable List<String> models;

  @Override
  public Integer call() throws IOException {
    Storage storage = Storage.in(Places.home().resolve("server"));
    ServerSettings settings = ServerSettings.local(storage).withPort(port);
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
    List<Consumer<JavalinConfig>> pages = List.of();
    CountDownLatch ended = new CountDownLatch(1);
    try (EmotoneServer server =
        EmotoneServer.start(settings, catalogue, pages, (id, fault) -> tell(err, id, fault))) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    ended.countDown();
                  },
                  "end-serving"));
      out.printf("Emotone is at http://%s:%d/ (Ctrl-C ends it)%n", settings.host(), server.port());
      out.flush();
      ended.await();
    } catch (JavalinBindException e) {
      throw new BindException(
          "port %d is taken or not allowed; choose another with --port".formatted(settings.port()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without the message, which may hold what a client sent. */
  private static void tell(PrintWriter err, String request, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    err.printf(
        "emotone: request %s failed: %s at %s%n",
        request, fault.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
  }
}
