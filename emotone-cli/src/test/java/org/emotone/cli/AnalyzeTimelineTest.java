package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeTimelineTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path CLIP = SAMPLES.resolve("sad-woman.wav");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";

  @BeforeAll
  static void makeAModel() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
  }

  private static Console timeline(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("analyze", "--timeline", "--model", model));
    Stream.of(arguments).map(String::valueOf).forEach(all::add);
    return Console.run(all.toArray(String[]::new));
  }

  @Test
  void aTableHasARowForEachSegment() {
    Console console = timeline(CLIP);
    assertThat(console.code()).isZero();
    List<String> lines = console.out().lines().toList();
    assertThat(lines.get(0)).matches(".*sad-woman.wav: 0:03.2 long, \\d\\.\\d s of speech .*");
    assertThat(lines.get(1)).contains("from", "to", "emotion", "confidence");
    assertThat(lines.get(2)).containsPattern("0:0\\d\\.\\d +0:0\\d\\.\\d .*\\d+ %");
    assertThat(lines.get(lines.size() - 1)).containsPattern("\\(\\d+ %\\)$");
  }

  @Test
  void jsonHoldsSegmentsWindowsAndSettings() throws IOException {
    Console console = timeline("--json", "--window", 1, "--step", 0.5, "--stickiness", 0, CLIP);
    JsonNode recording = new ObjectMapper().readTree(console.out());
    assertThat(recording.get("segments")).isNotEmpty();
    assertThat(recording.get("windows").size()).isGreaterThan(2);
    assertThat(recording.get("settings").get("windowSeconds").doubleValue()).isEqualTo(1);
    assertThat(recording.get("speech").get(0).get("end").doubleValue()).isPositive();
    double share = recording.get("speechShare").doubleValue();
    double seconds = recording.get("seconds").doubleValue();
    assertThat(recording.get("speechSeconds").doubleValue())
        .isCloseTo(share * seconds, within(2e-3));
    JsonNode several = new ObjectMapper().readTree(timeline("--json", SAMPLES).out());
    assertThat(several.isArray()).isTrue();
    assertThat(several).hasSize(7);
  }

  @Test
  void csvHasARowForEachSegmentOfEachFile() {
    List<String> lines = timeline("--csv", SAMPLES).out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("file,start,end,emotion,certain,confidence,neutral,happy,sad,angry,speaker");
    assertThat(lines).hasSizeGreaterThan(7);
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 11);
  }

  @Test
  void silenceHasNoSegmentsButAWarning(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("silence.wav");
    WavWriter.write(file, new Waveform(new float[48_000], 16_000));
    Console console = timeline(file);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("0.0 s of speech (0 %)", "nearly silent")
        .doesNotContain("from");
  }

  @Test
  void eachRecordingGetsAFileAndWhatIsDoneIsLeftOut(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("out");
    Console first = timeline("--json", "--out", out, SAMPLES);
    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("7 timelines written");
    assertThat(new ObjectMapper().readTree(out.resolve("flat-man.json").toFile()).get("segments"))
        .isNotEmpty();
    Path kept = out.resolve("calm-man.json");
    Files.writeString(kept, "kept");
    Files.delete(out.resolve("flat-man.json"));
    Files.setLastModifiedTime(out.resolve("loud-man.json"), FileTime.fromMillis(0));
    Console second = timeline("--json", "--out", out, "--resume", SAMPLES);
    assertThat(second.err()).contains("5 of 7 are done", "2 timelines written");
    assertThat(kept).hasContent("kept");
    assertThat(out.resolve("flat-man.json")).exists();
    Console again = timeline("--json", "--out", out, SAMPLES);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is already there; --resume").hasLineCount(1);
    assertThat(timeline("--json", "--out", out, "--force", SAMPLES).err()).contains("7 timelines");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(7);
    }
  }

  @Test
  void twoRecordingsThatWouldShareAFileAreRefused(@TempDir Path folder) throws IOException {
    Path one = Files.copy(CLIP, folder.resolve("a.wav"));
    Path other = Files.copy(CLIP, folder.resolve("a.wave"));
    Console console = timeline("--out", folder.resolve("out"), one, other);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("would be the timeline of", "a.wave");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThat(Console.run("analyze", "--step", "1", CLIP.toString()).code()).isEqualTo(2);
    assertThat(timeline("--top", 2, CLIP).code()).isEqualTo(2);
    assertThat(timeline("--resume", CLIP).err()).contains("--resume needs --out");
    assertThat(timeline("--window", 40, CLIP).err()).contains("--window must be from 0.5 to 30");
    assertThat(timeline("--out", "x", "-").err()).contains("standard input has no name");
  }

  @Test
  void whatCannotBeReadGetsALineAndTheOthersAreHeard(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "this is a letter, not a sound");
    Console console = timeline("--json", text, CLIP);
    assertThat(console.code()).isEqualTo(1);
    JsonNode array = new ObjectMapper().readTree(console.out());
    assertThat(array.get(0).get("error").textValue()).contains("text.wav");
    assertThat(array.get(1).get("segments")).isNotEmpty();
  }
}
