package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.emotone.batch.BatchWork;
import org.jspecify.annotations.Nullable;

/** Hears recordings and makes the rows that a batch writes ({@link Tables#written}). */
final class Writing implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Hearing hearing;
  private final Tally tally;
  private final int secondsColumn;
  private final int segmentsColumn;
  private final int modelColumn;

  Writing(Hearing hearing, Tally tally) {
    this.hearing = hearing;
    this.tally = tally;
    List<String> names = List.of(Tables.of(hearing.work()).fieldNames());
    secondsColumn = names.indexOf("seconds");
    segmentsColumn = names.indexOf("segments");
    modelColumn = names.indexOf("model");
  }

  /** The rows of a file, or of a part of one. */
  List<Row> of(Clip clip) throws IOException {
    long began = System.nanoTime();
    return rows(clip, hearing.hear(clip), System.nanoTime() - began);
  }

  /** The rows of encoded sound in memory. */
  List<Row> of(String name, byte @Nullable [] content) throws IOException {
    long began = System.nanoTime();
    Row heard = hearing.hear(name, content);
    return rows(new Clip(name, null, null, -1), heard, System.nanoTime() - began);
  }

  /**
   * The rows of what was heard.
   *
   * @param heard the columns of {@link Tables#of}
   * @param nanos that it took
   */
  List<Row> rows(Clip clip, Row heard, long nanos) {
    Row failure = heard.getStruct(heard.size() - 1);
    tally.add(
        failure == null ? null : FailureKind.valueOf(failure.getString(0).toUpperCase(Locale.ROOT)),
        failure == null ? heard.getDouble(secondsColumn) : 0,
        nanos);
    if (!(hearing.work() instanceof BatchWork.Timelines)) {
      return List.of(row(clip, List.of(), heard));
    }
    @Nullable Object found = heard.get(segmentsColumn);
    Row[] segments = found == null ? new Row[0] : (Row[]) found;
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < segments.length; i++) {
      rows.add(row(clip, columns(i, segments[i]), heard));
    }
    if (rows.isEmpty()) {
      // What was heard without finding speech, or not at all, has a row all the same.
      rows.add(row(clip, columns(null, RowFactory.create(new Object[6])), heard));
    }
    return rows;
  }

  private static List<@Nullable Object> columns(@Nullable Integer number, Row segment) {
    List<@Nullable Object> columns = new ArrayList<>();
    columns.add(number);
    for (int i = 0; i < segment.size(); i++) {
      columns.add(segment.get(i));
    }
    return columns;
  }

  private Row row(Clip clip, List<? extends @Nullable Object> segment, Row heard) {
    List<@Nullable Object> columns = new ArrayList<>();
    columns.add(clip.path());
    columns.add(clip.start());
    columns.add(clip.end());
    columns.addAll(segment);
    for (int i = 0; i < heard.size(); i++) {
      if (i != segmentsColumn && i != modelColumn) {
        columns.add(heard.get(i));
      }
    }
    columns.add(hearing.model().name());
    return RowFactory.create(columns.toArray());
  }
}
