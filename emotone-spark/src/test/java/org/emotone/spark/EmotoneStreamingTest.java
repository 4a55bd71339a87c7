package org.emotone.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmotoneStreamingTest {

  private final SparkSession spark = LocalSpark.session();
  private final Path inbox;
  private final Path table;
  private final Path checkpoint;

  EmotoneStreamingTest(@TempDir Path folder) throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    table = folder.resolve("table");
    checkpoint = folder.resolve("checkpoint");
  }

  private void put(String name) throws IOException {
    Path part = inbox.resolveSibling(name);
    Files.copy(LocalSpark.SAMPLES.resolve("flat-man.wav"), part);
    Files.move(part, inbox.resolve(name));
  }

  private void hearWhatIsThere() throws Exception {
    EmotoneStreaming.toFolder(
            Emotone.recognize(
                EmotoneStreaming.files(spark, inbox.toString(), 10), "path", SharedModel.of(spark)),
            table.toString(),
            checkpoint.toString())
        .trigger(Trigger.AvailableNow())
        .start()
        .awaitTermination();
  }

  private List<Row> rows() {
    return spark.read().parquet(table.toString()).orderBy("path").collectAsList();
  }

  /** As if it had been killed after the table was written and before that was noted. */
  @Test
  void whatWasWrittenBeforeItWasKilledIsNotWrittenAgain() throws Exception {
    put("1.wav");
    hearWhatIsThere();
    assertThat(rows()).hasSize(1);
    put("2.wav");
    Files.writeString(inbox.resolve("3.wav"), "no sound");
    hearWhatIsThere();
    assertThat(rows()).hasSize(3);
    Files.delete(checkpoint.resolve("commits/1"));
    Files.delete(checkpoint.resolve("commits/.1.crc"));
    hearWhatIsThere();
    List<Row> rows = rows();
    assertThat(rows).extracting(row -> name(row)).containsExactly("1.wav", "2.wav", "3.wav");
    assertThat(rows.get(2).<Row>getAs("error").getString(0)).isEqualTo("not_audio");
    assertThat(rows.get(1).<String>getAs("label")).isNotNull();
  }

  private static String name(Row row) {
    String path = row.getAs("path");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
