package org.emotone.server.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.emotone.server.problem.Faults;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.settings.Storage;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Connections to the database, whose tables are brought up to date on opening. */
final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 8;
  private static final int WAIT_MILLIS = 3000;
  private static final String MIGRATIONS = "classpath:org/emotone/server/history";

  /**
   * Every commit is on disk when it returns, and what is deleted is not kept for readers of old
   * versions.
   */
  private static final String EMBEDDED =
      "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;RETENTION_TIME=0;TRACE_LEVEL_FILE=0";

  private final HikariDataSource source;
  private final boolean embedded;

  private Database(HikariDataSource source, boolean embedded) {
    this.source = source;
    this.embedded = embedded;
  }

  /**
   * Opens the database.
   *
   * @throws IOException if it cannot be reached or brought up to date, in a line for the operator
   */
  static Database open(Storage storage) throws IOException {
    Path file = storage.folder().toAbsolutePath().resolve("history");
    String url = storage.database().orElse(EMBEDDED.formatted(file));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(storage.user());
    config.setPassword(storage.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(WAIT_MILLIS / 2);
    config.setInitializationFailTimeout(WAIT_MILLIS);
    config.setPoolName("history");
    try {
      HikariDataSource source = new HikariDataSource(config);
      try {
        Flyway.configure().dataSource(source).locations(MIGRATIONS).load().migrate();
      } catch (FlywayException e) {
        source.close();
        throw e;
      }
      return new Database(source, url.startsWith("jdbc:h2:file:"));
    } catch (RuntimeException e) {
      throw new IOException(
          "the database %s cannot be used: %s".formatted(withoutSecrets(url), lastCause(e)), e);
    }
  }

  private static String withoutSecrets(String url) {
    int options = Math.max(url.indexOf('?'), url.indexOf(';'));
    return options < 0 ? url : url.substring(0, options);
  }

  private static String lastCause(Throwable fault) {
    Throwable last = fault;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Work on the database. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does some work in one transaction: all of it, or nothing.
   *
   * @throws ProblemException if the database does not answer, or its disk is full
   */
  <T> T transact(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  private static ProblemException problem(SQLException fault) {
    if (Faults.isFull(fault)) {
      return Faults.ofDisk(new IOException(fault));
    }
    return new ProblemException(
        ProblemCode.STORAGE_UNAVAILABLE,
        "the server's database does not answer; try again, or with store=false",
        10);
  }

  /** Whether it answers. */
  boolean answers() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(WAIT_MILLIS / 1000);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Closes it; an embedded one gives back the room of what was deleted, which then is in no file
   * any more.
   */
  @Override
  public void close() {
    if (embedded) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown compact");
      } catch (SQLException e) {
        // The next start finds the database as it is, only larger.
      }
    }
    source.close();
  }
}
