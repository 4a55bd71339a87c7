package org.emotone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.emotone.Recognizer;
import org.emotone.batch.BatchListener;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchRequest;
import org.emotone.batch.BatchSettings;
import org.emotone.batch.BatchWork;
import org.emotone.batch.MappingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SparkBatchTest extends BatchTests {

  SparkBatchTest(@TempDir Path folder) throws IOException {
    super(folder);
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
    Map<Integer, String> heard = new ConcurrentHashMap<>();
    assertThat(engine.map(Shout.class.getName(), List.of("a", "b", "c"), Map.of(), heard::put))
        .containsExactly("A", "B", "C");
    assertThat(heard).isEqualTo(Map.of(0, "A", 1, "B", 2, "C"));
    List<String> wrong = List.of("a", "");
    assertThatThrownBy(
            () -> engine.map(Shout.class.getName(), wrong, Map.of(), MappingListener.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing to shout");
  }
}
