package org.emotone.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.batch.BatchEngine;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs, and with which of its own options. */
final class SparkOptions {

  /** The launcher lists the jars here that recognition needs on other machines. */
  private static final String JARS = "emotone.spark.jars";

  /** And those that training needs. */
  private static final String ALL_JARS = "emotone.spark.jars.all";

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
    }
    options.putAll(conf);
    return options;
  }

  /**
   * Does those runs of a study that are not done yet, if a master was named; the study then finds
   * them done.
   */
  void runAll(StudyFolder folder, Study study, List<StudyRun> runs) throws IOException {
    List<String> due =
        runs.stream()
            .filter(run -> !study.done(run.name()))
            .map(run -> StudyTask.argument(folder, run))
            .toList();
    if (given() && !due.isEmpty()) {
      engine().map(StudyTask.class.getName(), due, options(true));
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
