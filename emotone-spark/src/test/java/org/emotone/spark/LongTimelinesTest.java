package org.emotone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.emotone.Recognizer;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchSettings;
import org.emotone.batch.BatchWork;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timelines say what one process says, however many tasks make them. */
final class LongTimelinesTest extends BatchTests {

  LongTimelinesTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void timelinesHaveARowForEachSegmentAsOneProcessSays() throws IOException {
    copy("german-man.wav", "talk.wav");
    Files.write(in.resolve("none.wav"), new byte[0]);
    BatchProgress done =
        run(
            new BatchWork.Timelines(TimelineSettings.DEFAULT),
            BatchSettings.DEFAULT,
            in.toString());
    assertThat(done.done()).isEqualTo(2);
    assertThat(done.failed()).isEqualTo(1);
    try (Recognizer recognizer = Recognizer.of(SharedModel.shipped())) {
      Timeline alone =
          new TimelineRecognizer(recognizer, TimelineSettings.DEFAULT)
              .analyze(in.resolve("talk.wav"));
      List<Row> rows = table().where("error IS NULL").orderBy("segment").collectAsList();
      assertSame(rows, alone);
    }
  }

  /** Six minutes in three ranges, of which the last two listen to what comes before them. */
  @Test
  void aLongRecordingInRangesIsHeardAsItIsHeardAsAWhole() throws IOException {
    Path talk = in.resolve("long.wav");
    LongTalk.write(talk, 360);
    Files.copy(LocalSpark.SAMPLES.resolve("flat-man.wav"), in.resolve("short.wav"));
    BatchSettings settings = BatchSettings.DEFAULT.withSplitSeconds(100);
    BatchProgress done =
        run(new BatchWork.Timelines(TimelineSettings.DEFAULT), settings, in.toString());
    assertThat(done.done()).isEqualTo(2);
    assertThat(done.failed()).isZero();
    try (Recognizer recognizer = Recognizer.of(SharedModel.shipped())) {
      Timeline alone =
          new TimelineRecognizer(recognizer, TimelineSettings.DEFAULT, 1).analyze(talk);
      List<Row> rows = table().where("path LIKE '%long.wav'").orderBy("segment").collectAsList();
      assertThat(alone.segments().get(alone.segments().size() - 1).span().start())
          .isGreaterThan(300);
      assertSame(rows, alone);
      assertThat(rows.get(0).<Double>getAs("speech_seconds"))
          .isCloseTo(alone.speechSeconds(), within(1e-9));
      assertThat(rows.get(0).<Row>getAs("quality").<Double>getAs("snr_db"))
          .isEqualTo(alone.quality().snrDb());
    }
  }

  /** A header that promises 18 h of sound has it divided, and each range finds less than that. */
  @Test
  void aLongRecordingThatHoldsLessThanItPromisesIsOneRow() throws IOException {
    hostile(in.resolve("lying.wav"));
    try (RandomAccessFile lying = new RandomAccessFile(in.resolve("lying.wav").toFile(), "rw")) {
      lying.setLength((2 << 20) + 1000);
    }
    huge(in.resolve("huge.wav"));
    BatchProgress done =
        run(
            new BatchWork.Timelines(TimelineSettings.DEFAULT),
            BatchSettings.DEFAULT.withSplitSeconds(30_000),
            in.toString());
    assertThat(done.done()).isEqualTo(2);
    assertThat(done.failures()).isEqualTo(Map.of("truncated", 1L, "limit", 1L));
    assertThat(table().count()).isEqualTo(2);
  }

  private static void assertSame(List<Row> rows, Timeline alone) {
    assertThat(rows).hasSameSizeAs(alone.segments());
    for (int i = 0; i < rows.size(); i++) {
      EmotionSegment segment = alone.segments().get(i);
      Row row = rows.get(i);
      assertThat(row.<Double>getAs("start")).isCloseTo(segment.span().start(), within(1e-9));
      assertThat(row.<Double>getAs("end")).isCloseTo(segment.span().end(), within(1e-9));
      assertThat(row.<String>getAs("label")).isEqualTo(segment.label());
      assertThat(row.<Double>getAs("confidence")).isCloseTo(segment.confidence(), within(1e-5));
    }
  }
}
