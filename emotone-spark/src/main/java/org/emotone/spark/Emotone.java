package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.emotone.batch.BatchWork;

/**
 * Recognition over data frames. A column of encoded sound ({@code binary}, as the source {@code
 * binaryFile} reads it) or of paths ({@code string}) goes in; all columns but that of sound come
 * out, and behind them those of {@link Tables#of}. A recording that cannot be heard is a row whose
 * column {@code error} says why.
 *
 * <pre>{@code
 * Dataset<Row> calls = spark.read().format("binaryFile").load("s3a://calls/2026/");
 * Emotone.recognize(calls, "content", SharedModel.of(spark)).write().parquet("s3a://heard/2026/");
 * }</pre>
 *
 * <p>Sound in a column is in memory as a whole, and Spark holds no more than 2 GB in one value;
 * from paths, recordings of any length are read as streams.
 */
public final class Emotone {

  private Emotone() {}

  /**
   * What is heard in each recording.
   *
   * @param column of sound or paths
   * @throws IllegalArgumentException if there is no such column, or it holds something else
   */
  public static Dataset<Row> recognize(Dataset<Row> recordings, String column, SharedModel model) {
    return hear(recordings, column, model, new BatchWork.Recognitions());
  }

  /**
   * Does any work with each recording; a timeline is one row with a column of segments.
   *
   * @param column of sound or paths
   * @param model not used for features, and never null
   * @throws IllegalArgumentException if there is no such column, or it holds something else
   */
  public static Dataset<Row> hear(
      Dataset<Row> recordings, String column, SharedModel model, BatchWork work) {
    StructType before = recordings.schema();
    int at = index(before, column);
    boolean sound = before.fields()[at].dataType().equals(DataTypes.BinaryType);
    int name = sound ? Arrays.asList(before.fieldNames()).indexOf("path") : at;
    StructType after = new StructType();
    for (int i = 0; i < before.size(); i++) {
      after = sound && i == at ? after : after.add(before.fields()[i]);
    }
    for (StructField field : Tables.of(work).fields()) {
      after = after.add(field);
    }
    Hearing hearing = new Hearing(recordings.sparkSession(), work, model);
    Columns columns = new Columns(at, sound, name);
    MapPartitionsFunction<Row, Row> function = rows -> new Heard(rows, hearing, columns);
    return recordings.mapPartitions(function, Encoders.row(after));
  }

  private static int index(StructType columns, String column) {
    int at = Arrays.asList(columns.fieldNames()).indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(
          "there is no column \""
              + column
              + "\"; there are "
              + Arrays.asList(columns.fieldNames()));
    }
    DataType type = columns.fields()[at].dataType();
    if (!type.equals(DataTypes.BinaryType) && !type.equals(DataTypes.StringType)) {
      throw new IllegalArgumentException(
          "column \"%s\" is %s; needed is binary (encoded sound) or string (paths)"
              .formatted(column, type.simpleString()));
    }
    return at;
  }

  /**
   * Where things are in a row.
   *
   * @param at the column of sound or paths
   * @param sound whether it holds sound
   * @param name the column that names the recording, or −1
   */
  private record Columns(int at, boolean sound, int name) implements Serializable {

    Row with(Row row, Row heard) {
      int kept = row.size() - (sound ? 1 : 0);
      Object[] all = new Object[kept + heard.size()];
      for (int i = 0, to = 0; i < row.size(); i++) {
        if (!(sound && i == at)) {
          all[to++] = row.get(i);
        }
      }
      for (int i = 0; i < heard.size(); i++) {
        all[kept + i] = heard.get(i);
      }
      return RowFactory.create(all);
    }
  }

  /** Hears one row after the other, when it is asked for. */
  private record Heard(Iterator<Row> rows, Hearing hearing, Columns columns)
      implements Iterator<Row> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      try {
        return columns.with(row, heard(row));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Row heard(Row row) throws IOException {
      String name =
          columns.name() < 0 || row.isNullAt(columns.name())
              ? "recording"
              : row.get(columns.name()).toString();
      if (columns.sound()) {
        return hearing.hear(name, row.getAs(columns.at()));
      }
      return row.isNullAt(columns.at())
          ? hearing.hear(name, null)
          : hearing.hear(new Clip(name, null, null, -1));
    }
  }
}
