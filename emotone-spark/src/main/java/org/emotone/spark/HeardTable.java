package org.emotone.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.emotone.batch.BatchWork;
import org.jspecify.annotations.Nullable;

/**
 * The table that a batch writes: Parquet files in a folder for each model. Each chunk is committed
 * as a whole by Spark; what is in the table is not done again.
 */
final class HeardTable {

  /** Says what the table holds; Spark passes over names that begin so. */
  private static final String DESCRIPTION = "_emotone.txt";

  private final SparkSession spark;
  private final String folder;
  private final BatchWork work;
  private final String model;

  HeardTable(SparkSession spark, String folder, BatchWork work, String model) {
    this.spark = spark;
    this.folder = folder;
    this.work = work;
    this.model = model;
  }

  /** What was heard, counted. */
  record Counts(long clips, Map<String, Long> failures, double seconds) {

    Counts since(Counts before) {
      Map<String, Long> more = new TreeMap<>();
      failures.forEach(
          (kind, count) -> {
            long added = count - before.failures.getOrDefault(kind, 0L);
            if (added > 0) {
              more.put(kind, added);
            }
          });
      return new Counts(clips - before.clips, more, seconds - before.seconds);
    }
  }

  /**
   * Makes the table, or sees to it that the one that is there holds the same kind of work.
   *
   * @throws IOException if it holds something else
   */
  void open() throws IOException {
    Path root = new Path(folder);
    FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path description = new Path(root, DESCRIPTION);
    String own = work.toString();
    if (files.exists(description)) {
      String there;
      try (InputStream in = files.open(description)) {
        there = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
      if (!there.equals(own)) {
        throw new IOException(
            "%s: holds %s, asked for is %s; choose another folder".formatted(folder, there, own));
      }
      return;
    }
    if (files.exists(root) && files.listStatus(root).length > 0) {
      throw new IOException(
          folder + ": is a folder with other files in it; choose an empty or a new one");
    }
    files.mkdirs(root);
    try (OutputStream out = files.create(description, false)) {
      out.write((own + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The rows of this model; one for each recording, however many segments it has. */
  private Dataset<Row> recordings() {
    Dataset<Row> all =
        spark
            .read()
            .schema(Tables.written(work))
            .parquet(folder)
            .where(functions.col("model").equalTo(model));
    return work instanceof BatchWork.Timelines
        ? all.where(functions.coalesce(functions.col("segment"), functions.lit(0)).equalTo(0))
        : all;
  }

  /** The keys of the clips that are done ({@link Clip#key}). */
  Set<String> done() {
    Set<String> keys = new HashSet<>();
    Iterator<Row> rows = recordings().select("path", "clip_start", "clip_end").toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      keys.add(new Clip(row.getString(0), seconds(row, 1), seconds(row, 2), -1).key());
    }
    return keys;
  }

  private static @Nullable Double seconds(Row row, int at) {
    return row.isNullAt(at) ? null : row.getDouble(at);
  }

  /** Counts what is in it. */
  Counts counts() {
    Map<String, Long> failures = new TreeMap<>();
    long clips = 0;
    double seconds = 0;
    for (Row row :
        recordings()
            .groupBy(functions.col("error.kind"))
            .agg(functions.count("*"), functions.sum("seconds"))
            .collectAsList()) {
      clips += row.getLong(1);
      seconds += row.isNullAt(2) ? 0 : row.getDouble(2);
      if (!row.isNullAt(0)) {
        failures.put(row.getString(0), row.getLong(1));
      }
    }
    return new Counts(clips, failures, seconds);
  }

  /** Adds rows, all of them or none. */
  void append(Dataset<Row> rows) {
    rows.write().mode(SaveMode.Append).partitionBy("model").parquet(folder);
  }
}
