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

  /** What sound without a name is called. */
  private static final String SOUND = "recording";

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

  /** From a recording, a start and an end to a row. */
  static final class OfPart extends AbstractFunction3<Object, Object, Object, Object>
      implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Hearing hearing;

    OfPart(Hearing hearing) {
      this.hearing = hearing;
    }

    @Override
    public @Nullable Object apply(
        @Nullable Object recording, @Nullable Object start, @Nullable Object end) {
      try {
        return heard(hearing, recording, seconds(start), seconds(end));
      } catch (NumberFormatException e) {
        return hearing.failed(
            recording instanceof byte[] ? SOUND : String.valueOf(recording),
            new IllegalArgumentException(
                "start is \"%s\" and end \"%s\", which are not numbers of seconds"
                    .formatted(start, end)));
      }
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
          ? hearing.hear(new Clip(SOUND, start, end, -1), content)
          : hearing.hear(new Clip(recording.toString(), start, end, -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
