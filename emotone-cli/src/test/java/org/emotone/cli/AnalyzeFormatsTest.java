package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code analyze} writes for other programs. */
final class AnalyzeFormatsTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path CLIP = SAMPLES.resolve("sad-woman.wav");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";

  @BeforeAll
  static void makeAModel() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
  }

  private static Console analyze(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("analyze", "--model", model));
    Stream.of(arguments).map(String::valueOf).forEach(all::add);
    return Console.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "rttm, SPEAKER sad-woman 1 ",
    "textgrid, 'File type = \"ooTextFile\"'",
    "webvtt, WEBVTT",
    "srt, 1",
    "audacity, 0.",
    "eaf, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT'"
  })
  void formsOfTimesImplyATimeline(String format, String start) {
    Console console = analyze("--format", format, CLIP);
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(console.out()).startsWith(start);
  }

  @Test
  void clipsGoIntoFormsThatNeedNoTimes() throws IOException {
    List<String> lines = analyze("--format", "ndjson", SAMPLES).out().lines().toList();
    assertThat(lines).hasSize(7);
    for (String line : lines) {
      JsonNode clip = new ObjectMapper().readTree(line);
      assertThat(clip.get("emotion").asText()).isNotEmpty();
      assertThat(clip.has("segments")).isFalse();
    }
    assertThat(analyze("--format", "json", CLIP).out()).isEqualTo(analyze("--json", CLIP).out());
    assertThat(analyze("--format", "csv", CLIP).out()).isEqualTo(analyze("--csv", CLIP).out());
    assertThat(analyze("--format", "emotionml", SAMPLES).out())
        .contains("<emotionml", "sad-woman.wav\" role=\"expressedBy\"")
        .doesNotContain("offset-to-start");
  }

  @Test
  void timelinesOfSeveralRecordingsShareADocumentWhereTheFormAllows() {
    assertThat(analyze("--timeline", "--format", "ndjson", SAMPLES).out().lines()).hasSize(7);
    assertThat(analyze("--timeline", "--format", "emotionml", SAMPLES).out())
        .contains("offset-to-start", "sad-woman", "calm-man");
    Console refused = analyze("--format", "webvtt", SAMPLES);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("holds one recording, and there are 7; --out FOLDER");
  }

  @Test
  void withAFolderEachRecordingHasItsFile(@TempDir Path folder) throws IOException {
    Console console = analyze("--format", "textgrid", "--out", folder, SAMPLES);
    assertThat(console.code()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(7)
          .contains("sad-woman.TextGrid");
    }
  }

  @Test
  void audformatIsAFolder(@TempDir Path folder) {
    assertThat(analyze("--format", "audformat", CLIP).err()).contains("--out FOLDER");
    Console clips = analyze("--format", "audformat", "--out", folder.resolve("c"), SAMPLES);
    assertThat(clips.err()).isEmpty();
    assertThat(folder.resolve("c/db.yaml")).content().contains("type: filewise");
    assertThat(folder.resolve("c/db.emotion.csv")).content().hasLineCount(8);
    Console timed =
        analyze("--timeline", "--format", "audformat", "--out", folder.resolve("t"), SAMPLES);
    assertThat(timed.err()).isEmpty();
    assertThat(folder.resolve("t/db.yaml")).content().contains("type: segmented");
    assertThat(analyze("--format", "audformat", "--out", folder.resolve("t"), CLIP).err())
        .contains("db.yaml is already there; --force replaces it");
  }

  @Test
  void anUnknownFormIsNamedWithThoseThatThereAre() {
    Console console = analyze("--format", "doc", CLIP);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("'doc' is no form of output", "json, ndjson, csv, rttm");
  }

  @Test
  void picturesAndPagesLieInTheFolder(@TempDir Path folder) throws IOException {
    assertThat(analyze("--timeline", "--plot", CLIP).err()).contains("need --out FOLDER");
    assertThat(analyze("--plot", "--out", folder, CLIP).err()).contains("need --timeline");
    Console console = analyze("--timeline", "--plot", "--page", "--out", folder, CLIP);
    assertThat(console.code()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "sad-woman.txt", "sad-woman.png", "sad-woman.svg", "sad-woman.html");
    }
    assertThat(folder.resolve("sad-woman.html")).content().contains("data:audio/wav;base64,");
  }

  @Test
  void embeddingsAreARowForEachRecording(@TempDir Path folder) throws IOException {
    Console console = analyze("--embeddings", folder.resolve("e.npy"), SAMPLES);
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("sad-woman.wav");
    List<String> names = Files.readAllLines(folder.resolve("e.files.txt"));
    assertThat(names).hasSize(7);
    ByteBuffer npy =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("e.npy"))).order(ByteOrder.LITTLE_ENDIAN);
    int data = 10 + npy.getShort(8);
    int columns = (npy.capacity() - data) / 4 / 7;
    analyze("--embeddings", folder.resolve("e.csv"), SAMPLES);
    List<String> rows = Files.readAllLines(folder.resolve("e.csv"));
    assertThat(rows).hasSize(8);
    assertThat(rows.get(0)).startsWith("file,e0,e1").endsWith("e" + (columns - 1));
    for (int i = 0; i < 7; i++) {
      assertThat(rows.get(i + 1))
          .startsWith(names.get(i) + "," + npy.getFloat(data + 4 * columns * i));
    }
  }

  @Test
  void embeddingsAreOfWholeRecordingsAndOfTwoForms(@TempDir Path folder) {
    assertThat(analyze("--embeddings", folder.resolve("e.txt"), CLIP).err())
        .contains("--embeddings writes FILE.npy or FILE.csv");
    assertThat(analyze("--embeddings", folder.resolve("no/e.npy"), CLIP).err())
        .contains("there is no folder", "make it first");
    assertThat(analyze("--timeline", "--embeddings", folder.resolve("e.npy"), CLIP).code())
        .isEqualTo(2);
  }
}
