package org.emotone.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server keeps.
 *
 * @param folder for uploads while they are worked on, kept audio and the embedded database; made if
 *     it is not there
 * @param jdbcUrl the database; null for an embedded one in the folder
 * @param user of the database; null if the URL says it
 * @param password of the database; null if the URL says it
 * @param keepAudio whether the audio is kept with the history
 * @param retention after how long recognitions are deleted; null for never
 */
public record Storage(
    Path folder,
    @Nullable String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    boolean keepAudio,
    @Nullable Duration retention) {

  /** A database that lives in memory and ends with the process. */
  public static final String MEMORY = "jdbc:h2:mem:emotone;DB_CLOSE_DELAY=-1";

  /** Checks the retention. */
  public Storage {
    if (retention != null && (retention.isNegative() || retention.isZero())) {
      throw new IllegalArgumentException("retention must be positive, was " + retention);
    }
  }

  /** An embedded database in a folder; audio is not kept, and nothing is deleted by itself. */
  public static Storage in(Path folder) {
    return new Storage(folder, null, null, null, false, null);
  }

  /** The same with another database. */
  public Storage withDatabase(String url, @Nullable String name, @Nullable String secret) {
    return new Storage(folder, url, name, secret, keepAudio, retention);
  }

  /** The same, keeping audio. */
  public Storage keepingAudio() {
    return new Storage(folder, jdbcUrl, user, password, true, retention);
  }

  /** The same, deleting what is older. */
  public Storage deletingAfter(Duration age) {
    return new Storage(folder, jdbcUrl, user, password, keepAudio, age);
  }

  /** The database, if it is not the embedded one. */
  public Optional<String> database() {
    return Optional.ofNullable(jdbcUrl);
  }

  /** Whether the history outlives the process. */
  public boolean lasting() {
    return jdbcUrl == null || !jdbcUrl.startsWith("jdbc:h2:mem:");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Storage[folder="
        + folder
        + ", keepAudio="
        + keepAudio
        + ", retention="
        + retention
        + "]";
  }
}
