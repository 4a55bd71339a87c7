package org.emotone.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Parquet files with a column of encoded sound.
 *
 * @param files all of the table, or some of them
 * @param id the column that names the recordings
 * @param sound the column of sound
 */
record SoundTable(List<String> files, String id, String sound) {

  /** The rows: name and sound. */
  Dataset<Row> rows(SparkSession spark) {
    return spark.read().parquet(files.toArray(String[]::new)).select(id, sound);
  }

  /** The rows whose keys ({@link Clip#key}) are not done. */
  JavaRDD<Row> due(SparkSession spark, Broadcast<Set<String>> done) {
    return rows(spark)
        .javaRDD()
        .filter(
            row ->
                !done.value().contains(new Clip(String.valueOf(row.get(0)), null, null, -1).key()));
  }

  /**
   * The same files in several tables.
   *
   * @param rows that there are
   * @param chunk about how many rows each shall have
   */
  List<SoundTable> parts(long rows, int chunk) {
    int count = (int) Math.max(1, Math.min(files.size(), (rows + chunk - 1) / chunk));
    List<SoundTable> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) files.size() * i / count);
      int to = (int) ((long) files.size() * (i + 1) / count);
      parts.add(new SoundTable(files.subList(from, to), id, sound));
    }
    return parts;
  }
}
