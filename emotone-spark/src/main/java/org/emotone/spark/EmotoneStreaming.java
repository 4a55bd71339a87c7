package org.emotone.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Recordings that come one after the other, by Structured Streaming. {@link Emotone#recognize}
 * takes streams as it takes tables; this brings the source and the sink that together write each
 * recording once, whatever is interrupted and started again.
 *
 * <pre>{@code
 * Dataset<Row> heard =
 *     Emotone.recognize(
 *         EmotoneStreaming.files(spark, "calls/inbox", 1000), "path", SharedModel.of(spark));
 * EmotoneStreaming.toFolder(heard, "heard", "heard-checkpoint").start().awaitTermination();
 * }</pre>
 */
public final class EmotoneStreaming {

  /** The columns of Spark's source {@code binaryFile}; a stream must be told them. */
  private static final StructType BINARY_FILE =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("modificationTime", DataTypes.TimestampType)
          .add("length", DataTypes.LongType)
          .add("content", DataTypes.BinaryType);

  private EmotoneStreaming() {}

  /**
   * The files that lie in a folder and that will be put there. A file must be moved into it whole:
   * what is still being written is read as it is. Spark passes over files without a byte.
   *
   * @param folder a folder or a pattern
   * @param filesPerTrigger the most that are heard and committed together, at least 1
   * @return columns {@code path}, {@code modificationTime} and {@code length}
   */
  public static Dataset<Row> files(SparkSession spark, String folder, int filesPerTrigger) {
    return spark
        .readStream()
        .format("binaryFile")
        .schema(BINARY_FILE)
        .option("maxFilesPerTrigger", filesPerTrigger)
        .load(folder)
        .drop("content");
  }

  /**
   * Writes a stream to a table of Parquet files, each row once. Its readers see whole batches only:
   * Spark keeps the list of files that count in the folder itself.
   *
   * @param folder of the table; no other stream writes to it
   * @param checkpoint a folder that remembers how far the stream has come; the same for each start
   */
  public static DataStreamWriter<Row> toFolder(
      Dataset<Row> heard, String folder, String checkpoint) {
    return heard
        .writeStream()
        .format("parquet")
        .option("path", folder)
        .option("checkpointLocation", checkpoint);
  }
}
