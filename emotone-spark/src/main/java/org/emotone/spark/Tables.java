package org.emotone.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.emotone.batch.BatchWork;

/** The columns of all tables; docs/spark.md explains each. */
public final class Tables {

  /** The column that says why a recording could not be heard, null if it could. */
  public static final String ERROR = "error";

  private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);
  private static final DataType PROBABILITIES =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, false);

  private static final StructType FAILURE =
      struct("kind", DataTypes.StringType, "message", DataTypes.StringType);

  private static final StructType QUALITY =
      struct(
          "seconds",
          DataTypes.DoubleType,
          "sample_rate",
          DataTypes.IntegerType,
          "channels",
          DataTypes.IntegerType,
          "peak_db",
          DataTypes.DoubleType,
          "rms_db",
          DataTypes.DoubleType,
          "clipped",
          DataTypes.DoubleType,
          "silence",
          DataTypes.DoubleType,
          "snr_db",
          DataTypes.DoubleType,
          "bandwidth_hz",
          DataTypes.DoubleType,
          "dc_offset",
          DataTypes.DoubleType,
          "dead_channels",
          DataTypes.createArrayType(DataTypes.IntegerType, false));

  private static final StructType TIMINGS =
      struct(
          "features",
          DataTypes.DoubleType,
          "network",
          DataTypes.DoubleType,
          "total",
          DataTypes.DoubleType);

  private static final StructType SEGMENT =
      struct(
          "start",
          DataTypes.DoubleType,
          "end",
          DataTypes.DoubleType,
          "label",
          DataTypes.StringType,
          "confidence",
          DataTypes.DoubleType,
          "certain",
          DataTypes.BooleanType,
          "probabilities",
          PROBABILITIES);

  private static final StructType RECOGNITION =
      struct(
          "label",
          DataTypes.StringType,
          "confidence",
          DataTypes.DoubleType,
          "certain",
          DataTypes.BooleanType,
          "probabilities",
          PROBABILITIES,
          "seconds",
          DataTypes.DoubleType,
          "warnings",
          STRINGS,
          "quality",
          QUALITY,
          "timings",
          TIMINGS,
          "model",
          DataTypes.StringType);

  private static final StructType TIMELINE =
      struct(
          "seconds",
          DataTypes.DoubleType,
          "speech_seconds",
          DataTypes.DoubleType,
          "segments",
          DataTypes.createArrayType(SEGMENT, false),
          "warnings",
          STRINGS,
          "quality",
          QUALITY,
          "model",
          DataTypes.StringType);

  private static final StructType FEATURES =
      struct(
          "set",
          DataTypes.StringType,
          "names",
          STRINGS,
          "frames",
          DataTypes.IntegerType,
          "hop_seconds",
          DataTypes.DoubleType,
          "values",
          DataTypes.createArrayType(DataTypes.FloatType, false),
          "seconds",
          DataTypes.DoubleType);

  private Tables() {}

  /** What is said of one recording; the last column is {@value #ERROR}. */
  public static StructType of(BatchWork work) {
    StructType columns;
    if (work instanceof BatchWork.Timelines) {
      columns = TIMELINE;
    } else if (work instanceof BatchWork.Features) {
      columns = FEATURES;
    } else if (work instanceof BatchWork.Embeddings) {
      columns =
          RECOGNITION.add("embedding", DataTypes.createArrayType(DataTypes.FloatType, false), true);
    } else {
      columns = RECOGNITION;
    }
    return columns.add(ERROR, FAILURE, true);
  }

  /**
   * A row of the table that a batch writes: {@code path}, {@code clip_start}, {@code clip_end}, and
   * what is said of the recording; of a timeline, what is said of one of its segments, which {@code
   * segment} numbers from 0. {@code model} comes last, as the folders of the table are named by it.
   */
  public static StructType written(BatchWork work) {
    StructType columns =
        struct(
            "path",
            DataTypes.StringType,
            "clip_start",
            DataTypes.DoubleType,
            "clip_end",
            DataTypes.DoubleType);
    if (work instanceof BatchWork.Timelines) {
      columns = columns.add("segment", DataTypes.IntegerType, true);
      for (StructField field : SEGMENT.fields()) {
        columns = columns.add(field);
      }
    }
    for (StructField field : of(work).fields()) {
      if (!field.name().equals("segments") && !field.name().equals("model")) {
        columns = columns.add(field);
      }
    }
    return columns.add("model", DataTypes.StringType, true);
  }

  private static StructType struct(Object... namesAndTypes) {
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(
          DataTypes.createStructField(
              (String) namesAndTypes[i], (DataType) namesAndTypes[i + 1], true));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }
}
