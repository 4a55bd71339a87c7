package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a server listens, what it keeps and what it allows. */
final class ServeOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Where to listen: ${DEFAULT-VALUE} (default) is this machine alone, 0.0.0.0 all networks. "
            + "Elsewhere than on this machine a token is needed; without one, one is made and printed."
      })
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "A file with the token that clients must know, 16 characters or more; or else the variable "
            + "EMOTONE_TOKEN."
      })
  private @Nullable Path tokenFile;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = {
        "A further name under which clients know the server, such as emotone.example.org; may be "
            + "given several times."
      })
  private @Nullable List<String> hostNames;

  @Option(
      names = "--behind-proxy",
      description = "A reverse proxy stands before it, which sets X-Forwarded-For and -Proto.")
  private boolean behindProxy;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where it keeps what it keeps (default: server in EMOTONE_HOME or ~/.emotone).")
  private @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "A PostgreSQL database such as jdbc:postgresql://localhost/emotone instead of the embedded "
            + "one; \"memory\" keeps the history only while the server runs. The password is the "
            + "variable EMOTONE_DATABASE_PASSWORD."
      })
  private @Nullable String database;

  @Option(names = "--database-user", paramLabel = "NAME", description = "The database's user.")
  private @Nullable String databaseUser;

  @Option(
      names = "--keep-audio",
      description = "Keep the audio with the history; otherwise it is deleted once it is heard.")
  private boolean keepAudio;

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      description = "Delete recognitions with all that belongs to them after so many days.")
  private @Nullable Integer retention;

  @Option(
      names = "--max-upload",
      paramLabel = "MB",
      defaultValue = "100",
      description = "The largest recording in megabytes (default: ${DEFAULT-VALUE}).")
  private int maxUpload = 100;

  @Option(
      names = "--max-seconds",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "The longest recording (default: ${DEFAULT-VALUE}).")
  private double maxSeconds = 3600;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Recognitions at a time (default: the number of processors).")
  private @Nullable Integer workers;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "64",
      description = "Recognitions that may wait; more are refused (default: ${DEFAULT-VALUE}).")
  private int queue = 64;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Requests a second by one client (default: ${DEFAULT-VALUE}).")
  private double rate = 50;

  @Option(
      names = "--streams",
      paramLabel = "N",
      defaultValue = "200",
      description = "Live streams at a time (default: ${DEFAULT-VALUE}).")
  private int streams = 200;

  /**
   * What they say.
   *
   * @throws IOException if the token file cannot be read
   * @throws IllegalArgumentException if a value is out of its range
   */
  ServerSettings settings() throws IOException {
    String token = token();
    if (token == null && !ServerSettings.loopback(host)) {
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      token = HexFormat.of().formatHex(bytes);
    }
    Set<String> names = hostNames == null ? Set.of() : Set.copyOf(hostNames);
    return new ServerSettings(host, port, token, names, behindProxy, limits(), storage());
  }

  /** Whether the token was made here, so that the user must be told. */
  boolean tokenWasMade() throws IOException {
    return token() == null && !ServerSettings.loopback(host);
  }

  private @Nullable String token() throws IOException {
    String text = tokenFile == null ? System.getenv("EMOTONE_TOKEN") : Files.readString(tokenFile);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private Limits limits() {
    Limits usual = Limits.standard();
    return usual
        .withRecordings((long) maxUpload << 20, maxSeconds)
        .withWorkers(workers == null ? usual.workers() : workers, queue)
        .withRequestsPerSecond(rate)
        .withOpen(usual.uploads(), usual.connections(), streams);
  }

  private Storage storage() {
    Storage storage = Storage.in(data == null ? Places.home().resolve("server") : data);
    if (database != null) {
      String url = database.equals("memory") ? Storage.MEMORY : database;
      storage = storage.withDatabase(url, databaseUser, System.getenv("EMOTONE_DATABASE_PASSWORD"));
    }
    if (keepAudio) {
      storage = storage.keepingAudio();
    }
    return retention == null ? storage : storage.deletingAfter(Duration.ofDays(retention));
  }
}
