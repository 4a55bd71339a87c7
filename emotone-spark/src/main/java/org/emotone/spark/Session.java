package org.emotone.spark;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
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
   * @param note hears what keeps Spark waiting, in one line
   * @throws IOException whatever goes wrong, in one line
   */
  <T> T use(Consumer<String> note, Use<T> use) throws IOException {
    boolean running = SparkSession.getDefaultSession().isDefined();
    try (Patience patience = new Patience(note)) {
      SparkSession.Builder builder = SparkSession.builder().appName("emotone");
      options.forEach(builder::config);
      SparkSession spark = builder.getOrCreate();
      patience.started(spark.sparkContext());
      try {
        return use.with(spark);
      } catch (Exception e) {
        throw new IOException(line(e, spark.sparkContext()), e);
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

  /** What went wrong, in one line; of an application that was ended, why it was. */
  private static String line(Exception failure, SparkContext spark) {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      return "stopped; what was done is kept, and started again it goes on after that";
    }
    if (spark.isStopped()) {
      return "no master answers at "
          + spark.master()
          + ", or it has ended the application; is it running, and is that the address that it logs"
          + " and shows on its page?";
    }
    return failure instanceof IOException ? String.valueOf(failure.getMessage()) : line(failure);
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
