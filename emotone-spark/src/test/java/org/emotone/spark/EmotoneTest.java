package org.emotone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.Score;
import org.emotone.audio.Audio;
import org.emotone.batch.BatchWork;
import org.emotone.features.set.FeatureSet;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmotoneTest {

  private final SparkSession spark = LocalSpark.session();

  private Dataset<Row> samples() {
    return spark
        .read()
        .format("binaryFile")
        .option("pathGlobFilter", "*.wav")
        .load(LocalSpark.SAMPLES.toString());
  }

  @Test
  void saysOfSoundInAColumnWhatOneProcessSays() throws IOException {
    Map<String, Row> heard = new HashMap<>();
    Dataset<Row> rows = Emotone.recognize(samples(), "content", SharedModel.of(spark));
    assertThat(rows.columns()).startsWith("path", "modificationTime", "length", "label");
    rows.collectAsList()
        .forEach(
            row -> heard.put(Path.of(row.<String>getAs("path")).getFileName().toString(), row));
    assertThat(heard).hasSize(7);
    try (Recognizer recognizer = Recognizer.of(SharedModel.shipped())) {
      for (Map.Entry<String, Row> entry : heard.entrySet()) {
        Recognition alone = recognizer.recognize(LocalSpark.SAMPLES.resolve(entry.getKey()));
        assertSame(entry.getValue(), alone);
      }
    }
  }

  private static void assertSame(Row row, Recognition alone) {
    assertThat(row.<Row>getAs("error")).isNull();
    assertThat(row.<String>getAs("label")).isEqualTo(alone.best().label());
    assertThat(row.<Boolean>getAs("certain")).isEqualTo(alone.certain());
    assertThat(row.<String>getAs("model")).isEqualTo(alone.model());
    Map<String, Double> probabilities = row.getJavaMap(row.fieldIndex("probabilities"));
    for (Score score : alone.scores()) {
      assertThat(probabilities.get(score.label())).isCloseTo(score.probability(), within(1e-5));
    }
    assertThat(row.<Row>getAs("quality").<Double>getAs("snr_db"))
        .isEqualTo(alone.quality().snrDb());
    assertThat(row.<String>getList(row.fieldIndex("warnings"))).isEqualTo(alone.warnings());
  }

  @Test
  void sqlHasTheFunctionsByTheClassPathAlone() throws IOException {
    samples().createOrReplaceTempView("clips");
    List<Row> rows =
        spark
            .sql(
                "SELECT path, r.label, r.confidence, r.error FROM"
                    + " (SELECT path, emotone_recognize(content) AS r FROM clips)")
            .collectAsList();
    assertThat(rows).hasSize(7).allMatch(row -> row.isNullAt(3));
    String path = LocalSpark.SAMPLES.resolve("flat-man.wav").toString();
    Row byPath = spark.sql("SELECT emotone_recognize('" + path + "').label").head();
    try (Recognizer recognizer = Recognizer.of(SharedModel.shipped())) {
      assertThat(byPath.getString(0)).isEqualTo(recognizer.recognize(Path.of(path)).best().label());
    }
  }

  @Test
  void sqlGivesTimelinesFeaturesAndEmbeddings() {
    String path = "'" + LocalSpark.SAMPLES.resolve("flat-man.wav") + "'";
    Row row =
        spark
            .sql(
                "SELECT size(emotone_timeline(P).segments), size(emotone_features(P,"
                        .replace("P", path)
                    + " 'egemaps').values), size(emotone_embedding(P).embedding)".replace("P", path)
                    + ", emotone_recognize(P, 0.5, 1.5).seconds".replace("P", path)
                    + ", emotone_recognize(CAST(NULL AS BINARY))")
            .head();
    assertThat(row.getInt(0)).isPositive();
    assertThat(row.getInt(1)).isEqualTo(88);
    assertThat(row.getInt(2)).isPositive();
    assertThat(row.getDouble(3)).isEqualTo(1.0);
    assertThat(row.isNullAt(4)).isTrue();
  }

  @Test
  void sqlDescribesTheFunctions() {
    for (String name : List.of("recognize", "timeline", "embedding", "features")) {
      String told =
          spark.sql("DESCRIBE FUNCTION EXTENDED emotone_" + name).collectAsList().toString();
      assertThat(told).contains("Usage: emotone_" + name + "(recording", "a path (string)");
    }
  }

  @Test
  void sqlHearsPartsOfSoundAndRefusesWhatIsNoRecording() {
    samples().where("path LIKE '%flat-man.wav'").createOrReplaceTempView("clips");
    Row row =
        spark
            .sql(
                "SELECT emotone_recognize(content, 0.5, 1.5).seconds,"
                    + " emotone_recognize(content, 'soon', 2).error FROM clips")
            .head();
    assertThat(row.getDouble(0)).isEqualTo(1.0);
    assertThat(row.getStruct(1).getString(0)).isEqualTo("unusable");
    assertThat(row.getStruct(1).getString(1)).contains("start is \"soon\" and end \"2\"");
    assertThatThrownBy(() -> spark.sql("SELECT emotone_recognize(length) FROM clips"))
        .hasMessageContaining("the recording is bigint; needed is binary");
    spark.conf().set(SharedModel.OPTION, "/none.emotone");
    try {
      assertThatThrownBy(() -> spark.sql("SELECT emotone_recognize(content) FROM clips"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("spark.emotone.model: File /none.emotone does not exist");
    } finally {
      spark.conf().unset(SharedModel.OPTION);
    }
  }

  @Test
  void whatCannotBeHeardIsARowWithItsReason(@TempDir Path folder) throws IOException {
    byte[] sound = Files.readAllBytes(LocalSpark.SAMPLES.resolve("sad-woman.wav"));
    Files.write(folder.resolve("whole.wav"), sound);
    Files.write(folder.resolve("cut.wav"), Arrays.copyOf(sound, 20_000));
    Files.writeString(folder.resolve("letter.wav"), "Dear reader, this is a letter.");
    Map<String, String> kinds = new HashMap<>();
    Emotone.recognize(
            spark.read().format("binaryFile").load(folder.toString()),
            "content",
            SharedModel.of(spark))
        .collectAsList()
        .forEach(
            row ->
                kinds.put(
                    Path.of(row.<String>getAs("path")).getFileName().toString(),
                    row.<Row>getAs("error") == null
                        ? "heard"
                        : row.<Row>getAs("error").getString(0)));
    assertThat(kinds)
        .isEqualTo(
            Map.of(
                "whole.wav", "heard",
                "cut.wav", "truncated",
                "letter.wav", "not_audio"));
  }

  @Test
  void aColumnOfPathsReadsStreamsAndKeepsTheOtherColumns() throws IOException {
    Dataset<Row> paths = samples().selectExpr("length", "path");
    Dataset<Row> rows =
        Emotone.hear(
            paths,
            "path",
            SharedModel.of(spark),
            new BatchWork.Timelines(TimelineSettings.DEFAULT));
    assertThat(rows.columns()).startsWith("length", "path", "seconds", "speech_seconds");
    assertThat(rows.where("error IS NULL AND size(segments) > 0").count()).isEqualTo(7);
  }

  @Test
  void featuresAreThoseOfOneProcess() throws IOException {
    FeatureSet set = FeatureSet.byId("egemaps");
    Row row =
        Emotone.hear(
                samples().where("path LIKE '%flat-man.wav'"),
                "content",
                SharedModel.of(spark),
                new BatchWork.Features("egemaps"))
            .head();
    float[] alone =
        set.of(Audio.read(LocalSpark.SAMPLES.resolve("flat-man.wav"))).matrix().values();
    List<Float> values = row.getList(row.fieldIndex("values"));
    assertThat(values).hasSize(88);
    for (int i = 0; i < alone.length; i++) {
      assertThat(values.get(i)).isEqualTo(alone[i]);
    }
    assertThat(row.<String>getList(row.fieldIndex("names"))).isEqualTo(set.names());
  }

  @Test
  void aColumnThatIsNotThereOrHoldsNumbersIsRefused() {
    assertThatThrownBy(() -> Emotone.recognize(samples(), "sound", SharedModel.of(spark)))
        .hasMessageContaining("no column \"sound\"")
        .hasMessageContaining("content");
    assertThatThrownBy(() -> Emotone.recognize(samples(), "length", SharedModel.of(spark)))
        .hasMessageContaining("is bigint");
  }
}
