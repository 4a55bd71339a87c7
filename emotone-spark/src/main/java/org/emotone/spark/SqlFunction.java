package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction3;

/** Functions of SQL over {@link Hearing}. */
final class SqlFunction {

  private SqlFunction() {}

  /** From sound or a path to a row. */
  static final class OfRecording extends AbstractFunction1<Object, Object> implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Hearing hearing;

    OfRecording(Hearing hearing) {
      this.hearing = hearing;
    }

    @Override
    public @Nullable Object apply(@Nullable Object recording) {
      return heard(hearing, recording, null, null);
    }
  }

  /** From a path, a start and an end to a row. */
  static final class OfPart extends AbstractFunction3<Object, Object, Object, Object>
      implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Hearing hearing;

    OfPart(Hearing hearing) {
      this.hearing = hearing;
    }

    @Override
    public @Nullable Object apply(
        @Nullable Object path, @Nullable Object start, @Nullable Object end) {
      return heard(hearing, path, seconds(start), seconds(end));
    }

    private static @Nullable Double seconds(@Nullable Object number) {
      return number == null ? null : Double.valueOf(number.toString());
    }
  }

  private static @Nullable Row heard(
      Hearing hearing, @Nullable Object recording, @Nullable Double start, @Nullable Double end) {
    try {
      if (recording == null) {
        return null;
      }
      return recording instanceof byte[] content
          ? hearing.hear("recording", content)
          : hearing.hear(new Clip(recording.toString(), start, end, -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
