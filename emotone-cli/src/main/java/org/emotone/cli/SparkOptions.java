package org.emotone.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.batch.BatchEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs, and with which of its own options. */
final class SparkOptions {

  /** The launcher lists the jars here that recognition needs on other machines. */
  private static final String JARS = "emotone.spark.jars";

  /** And those that training needs. */
  private static final String ALL_JARS = "emotone.spark.jars.all";

  private static final String CORES = "spark.executor.cores";

  /** How the native libraries of training share memory and threads; see the launcher. */
  private static final List<String> NATIVE =
      List.of(
          "OMP_WAIT_POLICY",
          "OPENBLAS_NUM_THREADS",
          "MALLOC_ARENA_MAX",
          "MALLOC_MMAP_THRESHOLD_",
          "MALLOC_TRIM_THRESHOLD_",
          "MALLOC_TOP_PAD_");

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Where Spark runs: local[*] (all cores of this machine), spark://HOST:7077, yarn, k8s://…"
      })
  private @Nullable String master;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "An option of Spark's, such as spark.executor.memory=2g; several may be given.")
  private Map<String, String> conf = new LinkedHashMap<>();

  /** Whether Spark is asked for. */
  boolean given() {
    return master != null;
  }

  /**
   * Spark's options.
   *
   * @param training whether other machines need all of Emotone
   */
  Map<String, String> options(boolean training) {
    String url = master == null ? "local[*]" : master;
    Map<String, String> options = new LinkedHashMap<>();
    options.put("spark.master", url);
    options.put("spark.ui.showConsoleProgress", "false");
    options.put("spark.sql.parquet.compression.codec", "zstd");
    if (url.startsWith("local")) {
      options.put("spark.ui.enabled", "false");
    } else {
      String jars = System.getProperty(training ? ALL_JARS : JARS, "");
      if (!jars.isEmpty()) {
        options.put("spark.jars", jars);
      }
      if (training) {
        train(options);
      }
    }
    options.putAll(conf);
    if (training && conf.containsKey(CORES)) {
      options.putIfAbsent("spark.task.cpus", conf.get(CORES));
    }
    return options;
  }

  /** One run at a time in each process, which computes with what the launcher gives this one. */
  private static void train(Map<String, String> options) {
    options.put(CORES, "1");
    options.put("spark.executor.extraJavaOptions", "-Djava.awt.headless=true");
    for (String name : NATIVE) {
      String value = System.getenv(name);
      if (value != null) {
        options.put("spark.executorEnv." + name, value);
      }
    }
  }

  /** What does the work. */
  static BatchEngine engine() throws IOException {
    return BatchEngine.find()
        .orElseThrow(
            () ->
                new IOException(
                    "Apache Spark and emotone-spark are not on the class path; start this with the"
                        + " launcher, ./emotone batch, which fetches them, or see docs/spark.md"));
  }
}
