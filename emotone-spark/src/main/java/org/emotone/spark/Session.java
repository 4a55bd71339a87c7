package org.emotone.spark;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Spark, started for a piece of work and stopped after it, unless it runs already. */
final class Session {

  private static final int LONGEST_LINE = 500;

  private final Map<String, String> options;

  Session(Map<String, String> options) {
    this.options = options;
  }

  /** What is done with Spark. */
  @FunctionalInterface
  interface Use<T> {
    /** Does it. */
    T with(SparkSession spark) throws Exception;
  }

  /**
   * Does something with Spark.
   *
   * @throws IOException whatever goes wrong, in one line
   */
  <T> T use(Use<T> use) throws IOException {
    boolean running = SparkSession.getDefaultSession().isDefined();
    try {
      SparkSession.Builder builder = SparkSession.builder().appName("emotone");
      options.forEach(builder::config);
      SparkSession spark = builder.getOrCreate();
      try {
        return use.with(spark);
      } finally {
        if (!running) {
          spark.stop();
        }
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(line(e), e);
    }
  }

  /** What lies at the bottom of a failure, in one line. */
  static String line(Throwable failure) {
    Throwable bottom = failure;
    for (@Nullable Throwable cause = failure.getCause();
        cause != null && cause != bottom;
        cause = cause.getCause()) {
      bottom = cause;
    }
    String words = bottom.getMessage() == null ? bottom.toString() : bottom.getMessage();
    String first = words.strip().lines().findFirst().orElse("");
    return "Spark: " + first.substring(0, Math.min(LONGEST_LINE, first.length()));
  }
}
