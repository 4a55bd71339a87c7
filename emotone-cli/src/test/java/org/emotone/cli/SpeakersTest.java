package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpeakersTest {

  @TempDir private static Path shared = Path.of("");

  private static String model = "";
  private static String talk = "";

  @BeforeAll
  static void makeAModelAndATalk() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
    int length = 0;
    float[] samples = new float[16_000 * 30];
    for (String name : List.of("loud-man", "cheerful-woman", "loud-man", "cheerful-woman")) {
      float[] part = Audio.read(Path.of("..", "samples", name + ".wav")).samples();
      System.arraycopy(part, 0, samples, length, part.length);
      length += part.length + 8000;
    }
    Path file = shared.resolve("talk.wav");
    WavWriter.write(file, new Waveform(Arrays.copyOf(samples, length), 16_000));
    talk = file.toString();
  }

  private static Console analyze(String... arguments) {
    List<String> all = new ArrayList<>(List.of("analyze", "--model", model));
    if (!List.of(arguments).contains("--speaker-model")) {
      all.addAll(List.of("--speaker-model", "../models/speaker.emotone"));
    }
    all.addAll(List.of(arguments));
    return Console.run(all.toArray(String[]::new));
  }

  @Test
  void segmentsSayWhichOfTwoPeopleSpeaks() throws IOException {
    Console console = analyze("--timeline", "--speakers", "2", "--json", talk);
    assertThat(console.err()).isEmpty();
    JsonNode segments = new ObjectMapper().readTree(console.out()).findValue("segments");
    TreeSet<String> speakers = new TreeSet<>(segments.findValuesAsText("speaker"));
    assertThat(speakers).containsExactly("speaker 1", "speaker 2");
    assertThat(segments.get(0).get("speaker").textValue()).isEqualTo("speaker 1");
  }

  @Test
  void theTableHasTotalsOfEachSpeaker() {
    assertThat(analyze("--timeline", "--speakers", "2", talk).out())
        .containsPattern("speaker 1: [a-z]+ \\d")
        .containsPattern("speaker 2: [a-z]+ \\d");
    assertThat(analyze("--timeline", "--speakers", "auto", talk).out()).contains("speaker 1");
    assertThat(analyze("--timeline", talk).out()).doesNotContain("speaker 1");
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(analyze("--speakers", "2", talk).err()).contains("--speakers needs --timeline");
    assertThat(analyze("--timeline", "--speakers", "many", talk).err())
        .contains("--speakers must be a number from 1 to 100 or auto, was 'many'");
    assertThat(analyze("--timeline", "--speakers", "2", "-").err()).contains("read only once");
    Console other = analyze("--timeline", "--speakers", "2", "--speaker-model", model, talk);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("does not tell speakers apart");
  }
}
