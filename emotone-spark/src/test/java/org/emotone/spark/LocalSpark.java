package org.emotone.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark in this process: two cores, no web page, started once for all tests. */
final class LocalSpark {

  static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();

  private LocalSpark() {}

  static SparkSession session() {
    return SparkSession.builder()
        .appName("emotone tests")
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString())
        .getOrCreate();
  }
}
