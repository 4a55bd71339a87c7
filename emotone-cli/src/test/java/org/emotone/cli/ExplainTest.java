package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainTest {

  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";

  @BeforeAll
  static void makeAModel() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
  }

  private static Console analyze(Object... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "analyze";
    all[1] = "--model";
    all[2] = model;
    for (int i = 0; i < arguments.length; i++) {
      all[i + 3] = arguments[i].toString();
    }
    return Console.run(all);
  }

  @Test
  void twoSentencesFollowEachClipAndAPictureLiesBesideIt() throws IOException {
    Path clip = Files.copy(CLIP, shared.resolve("own.wav"));
    Console console = analyze("--explain", clip);
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(console.out().lines()).hasSize(4);
    assertThat(console.out()).contains("voices", "rests most on", "own.wav.why.png");
    var picture = ImageIO.read(shared.resolve("own.wav.why.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2000);
  }

  @Test
  void jsonSaysWhyInFiguresAndOfEveryClip() throws IOException {
    Path out = shared.resolve("pictures");
    Console console = analyze("--json", "--explain", "--explain-out", out, CLIP, CLIP);
    JsonNode array = new ObjectMapper().readTree(console.out());
    assertThat(array).hasSize(2);
    for (JsonNode clip : array) {
      JsonNode why = clip.get("why");
      assertThat(why.get("differences")).hasSize(4);
      assertThat(why.get("differences").get("pitch").get("unit").textValue()).isEqualTo("st");
      assertThat(why.get("overTime").size()).isGreaterThan(200);
      assertThat(why.get("overCoefficients")).hasSize(64);
      assertThat(Path.of(why.get("picture").textValue())).isRegularFile();
    }
  }

  @Test
  void theVoiceToHoldAgainstCanBeChosen() {
    Path out = shared.resolve("chosen");
    assertThat(analyze("--explain-voice", "women", "--explain-out", out, CLIP).out())
        .contains("neutral women's voices");
    assertThat(analyze("--explain-voice", "men", "--explain-out", out, CLIP).out())
        .contains("neutral men's voices");
    Console console = analyze("--explain-voice", "dogs", "--explain-out", out, CLIP);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err())
        .contains("no neutral voice called dogs's voices", "[neutral women's voices");
  }

  @Test
  void whatCannotBeExplainedIsNamedAndTheOthersAreExplained() throws IOException {
    Path letter = Files.writeString(shared.resolve("letter.wav"), "Dear Sir or Madam");
    Console console = analyze("--explain-out", shared.resolve("rest"), letter, CLIP);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("letter.wav: not an audio file", "1 of 2 files");
    assertThat(console.out()).contains("rests most on");
    Console csv = analyze("--csv", "--explain", CLIP);
    assertThat(csv.code()).isEqualTo(2);
    assertThat(csv.err()).contains("--explain goes with the table or --json");
  }

  @Test
  void cuesOfACorpusAreATableAndNeutralOnesJson() throws IOException {
    Path clips = TinyCorpus.write(shared.resolve("clips"));
    Console table = Console.run("corpus", "cues", clips.toString());
    assertThat(table.err()).isEmpty();
    assertThat(table.out()).contains("pitch st").containsPattern("female +happy +\\d+");
    Console none = Console.run("corpus", "cues", "--neutral", clips.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("none of the clips is neutral");
    Files.copy(CLIP, clips.resolve("Actor_02/03-01-01-01-01-01-02.wav"));
    Console neutral = Console.run("corpus", "cues", "--neutral", clips.toString());
    JsonNode json = new ObjectMapper().readTree(neutral.out());
    assertThat(json.get("voices").get(0).get("name").textValue())
        .isEqualTo("neutral women's voices");
    assertThat(json.get("voices").get(0).get("clips").intValue()).isEqualTo(1);
  }
}
