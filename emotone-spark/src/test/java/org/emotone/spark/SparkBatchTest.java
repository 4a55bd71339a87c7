package org.emotone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.emotone.Recognizer;
import org.emotone.batch.BatchEngine;
import org.emotone.batch.BatchListener;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchRequest;
import org.emotone.batch.BatchSettings;
import org.emotone.batch.BatchWork;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SparkBatchTest {

  private static final BatchWork RECOGNITIONS = new BatchWork.Recognitions();

  private final SparkSession spark = LocalSpark.session();
  private final Path in;
  private final Path out;

  SparkBatchTest(@TempDir Path folder) throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
  }

  private BatchProgress run(BatchWork work, BatchSettings settings, String... inputs)
      throws IOException {
    BatchRequest request =
        new BatchRequest(work, SharedModel.shipped(), List.of(inputs), out.toString(), settings);
    return BatchEngine.find().orElseThrow().run(request, BatchListener.NONE);
  }

  private Dataset<Row> table() {
    return spark.read().parquet(out.toString());
  }

  private void copy(String sample, String name) throws IOException {
    Path to = in.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(LocalSpark.SAMPLES.resolve(sample), to);
  }

  @Test
  void writesARowForEachRecordingAndForEachThatCannotBeHeard() throws IOException {
    copy("flat-man.wav", "a/one, two.wav");
    copy("sad-woman.wav", "b/größe.wav");
    copy("README.md", "notes.md");
    Files.write(in.resolve("empty.wav"), new byte[0]);
    Files.writeString(in.resolve("letter.mp3"), "Dear reader");
    byte[] sound = Files.readAllBytes(LocalSpark.SAMPLES.resolve("sad-woman.wav"));
    Files.write(in.resolve("cut.wav"), Arrays.copyOf(sound, 20_000));
    hostile(in.resolve("hostile.wav"));
    huge(in.resolve("huge.wav"));
    BatchProgress done = run(RECOGNITIONS, BatchSettings.DEFAULT, in.toString());
    assertThat(done.total()).isEqualTo(7);
    assertThat(done.done()).isEqualTo(7);
    assertThat(done.failures()).isEqualTo(Map.of("not_audio", 2L, "truncated", 2L, "limit", 1L));
    assertThat(done.audioSeconds()).isBetween(5.0, 6.0);
    try (Recognizer recognizer = Recognizer.of(SharedModel.shipped())) {
      Path file = in.resolve("b/größe.wav");
      Row row = table().where("path LIKE '%größe.wav'").head();
      assertThat(row.<String>getAs("path")).isEqualTo(file.toString());
      assertThat(row.<Double>getAs("confidence"))
          .isEqualTo(recognizer.recognize(file).best().probability());
    }
    assertThat(table().where("error.message LIKE '%hostile.wav: %'").count()).isEqualTo(1);
  }

  /** 17 GB, of which nothing is on the disk. */
  private static void huge(Path file) throws IOException {
    Files.copy(LocalSpark.SAMPLES.resolve("flat-man.wav"), file);
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(17L << 30);
    }
  }

  /** Promises 2 GB of sound and holds none. */
  private static void hostile(Path file) throws IOException {
    byte[] head = Files.readAllBytes(LocalSpark.SAMPLES.resolve("flat-man.wav"));
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.write(head, 0, 40);
      made.write(new byte[] {0, 0, -1, 127, 0, 0});
    }
  }

  @Test
  void goesOnAfterWhatIsWritten() throws IOException {
    copy("flat-man.wav", "1.wav");
    copy("sad-woman.wav", "2.wav");
    assertThat(run(RECOGNITIONS, BatchSettings.DEFAULT, in.toString()).done()).isEqualTo(2);
    copy("loud-man.wav", "3.wav");
    BatchProgress more =
        run(RECOGNITIONS, BatchSettings.DEFAULT, in.toString(), in.resolve("3.wav").toString());
    assertThat(more.total()).isEqualTo(3);
    assertThat(more.skipped()).isEqualTo(2);
    assertThat(more.done()).isEqualTo(1);
    assertThat(run(RECOGNITIONS, BatchSettings.DEFAULT, in.toString()).done()).isZero();
    assertThat(table().count()).isEqualTo(3);
    assertThat(table().select("path").distinct().count()).isEqualTo(3);
  }

  @Test
  void chunksAreCommittedOneAfterTheOther() throws IOException {
    for (int i = 0; i < 5; i++) {
      copy("flat-man.wav", i + ".wav");
    }
    List<Long> committed = new ArrayList<>();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void progress(BatchProgress progress) {}

          @Override
          public void committed(BatchProgress progress) {
            committed.add(table().count());
          }
        };
    BatchRequest request =
        new BatchRequest(
            RECOGNITIONS,
            SharedModel.shipped(),
            List.of(in.toString()),
            out.toString(),
            BatchSettings.DEFAULT.withChunk(2));
    new SparkBatch().run(request, listener);
    assertThat(committed).containsExactly(2L, 4L, 5L);
  }

  @Test
  void aTableOfPathsMayNamePartsAndWrongOnesAreRows() throws IOException {
    copy("sad-woman.wav", "a.wav");
    Path file = in.resolve("a.wav");
    Path manifest =
        Files.writeString(
            in.resolve("parts.csv"),
            "path,start,end\nA,0.5,1.5\nA,,2\nA,2,1\nA,100,101\nB,,\n"
                .replace("A", file.toString())
                .replace("B", in.resolve("none.wav").toString()));
    BatchProgress done = run(RECOGNITIONS, BatchSettings.DEFAULT, manifest.toString());
    assertThat(done.failures()).isEqualTo(Map.of("unusable", 2L, "missing", 1L));
    List<Row> heard =
        table().where("error IS NULL").orderBy("seconds").select("seconds").collectAsList();
    assertThat(heard).extracting(row -> row.getDouble(0)).containsExactly(1.0, 2.0);
  }

  @Test
  void aTableOfSoundIsHeardAndGoneOnWith() throws IOException {
    Path sounds = in.resolve("calls.parquet");
    spark
        .read()
        .format("binaryFile")
        .option("pathGlobFilter", "*.wav")
        .load(LocalSpark.SAMPLES.toString())
        .selectExpr("substring_index(path, '/', -1) AS id", "content AS audio")
        .write()
        .parquet(sounds.toString());
    BatchSettings settings = BatchSettings.DEFAULT.withColumns("audio", "id").withChunk(3);
    assertThat(run(RECOGNITIONS, settings, sounds.toString()).done()).isEqualTo(7);
    BatchProgress again = run(RECOGNITIONS, settings, sounds.toString());
    assertThat(again.done()).isZero();
    assertThat(again.skipped()).isEqualTo(7);
    assertThat(table().where("path = 'flat-man.wav'").count()).isEqualTo(1);
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

  @Test
  void aFolderOfOtherWorkOrOfOtherFilesIsRefused() throws IOException {
    copy("flat-man.wav", "1.wav");
    run(RECOGNITIONS, BatchSettings.DEFAULT, in.toString());
    BatchWork features = new BatchWork.Features("egemaps");
    assertThatThrownBy(() -> run(features, BatchSettings.DEFAULT, in.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds Recognitions")
        .hasMessageContaining("egemaps");
    BatchRequest request =
        new BatchRequest(
            RECOGNITIONS,
            SharedModel.shipped(),
            List.of(in.toString()),
            in.toString(),
            BatchSettings.DEFAULT);
    assertThatThrownBy(() -> new SparkBatch().run(request, BatchListener.NONE))
        .hasMessageContaining("other files in it");
  }

  @Test
  void anInputThatIsNotThereIsSaidInOneLine() {
    assertThatThrownBy(() -> run(RECOGNITIONS, BatchSettings.DEFAULT, in + "/nowhere"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere: there is no such file or folder");
  }

  /** For the next test. */
  public static final class Shout implements Function<String, String> {
    /** Made by name. */
    public Shout() {}

    @Override
    public String apply(String words) {
      if (words.isEmpty()) {
        throw new IllegalArgumentException("nothing to shout");
      }
      return words.toUpperCase(Locale.ROOT);
    }
  }

  @Test
  void functionsByNameGiveTheirAnswersInOrderAndTheirReasons() throws IOException {
    SparkBatch engine = new SparkBatch();
    assertThat(engine.map(Shout.class.getName(), List.of("a", "b", "c"), Map.of()))
        .containsExactly("A", "B", "C");
    assertThatThrownBy(() -> engine.map(Shout.class.getName(), List.of("a", ""), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing to shout");
  }
}
