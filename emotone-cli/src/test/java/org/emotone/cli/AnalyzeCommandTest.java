package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotone.ModelBundle;
import org.emotone.audio.Audio;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path CLIP = SAMPLES.resolve("sad-woman.wav");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";

  @BeforeAll
  static void makeAModel() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
  }

  @Test
  void listsEveryClipOfAFolderInOrder() {
    Console console = analyze(SAMPLES);
    assertThat(console.code()).isZero();
    assertThat(console.err()).isEmpty();
    List<String> lines = console.out().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).contains("file", "emotion", "confidence", "runner-up", "seconds");
    assertThat(lines.get(1)).contains("calm-man.wav").containsPattern("\\d+ %.* 3\\.6$");
    assertThat(lines.subList(1, 8)).isSorted();
  }

  @Test
  void jsonHoldsProbabilitiesThatSumToOne() throws IOException {
    Console console = analyze("--json", SAMPLES);
    JsonNode array = new ObjectMapper().readTree(console.out());
    assertThat(array.isArray()).isTrue();
    assertThat(array).hasSize(7);
    for (JsonNode clip : array) {
      double sum = 0;
      for (JsonNode probability : clip.get("probabilities")) {
        sum += probability.doubleValue();
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
      assertThat(clip.get("probabilities")).hasSize(UntrainedModel.CLASSES.size());
      assertThat(clip.get("emotion").textValue())
          .isEqualTo(clip.get("probabilities").fieldNames().next());
      assertThat(clip.get("model").textValue()).startsWith("untrained@");
    }
  }

  @Test
  void plainOnnxRuntimeGivesTheSameScoresFromTheNetworkInTheBundle()
      throws IOException, OrtException {
    ModelBundle bundle = ModelBundle.read(Path.of(model));
    FeatureMatrix features = bundle.manifest().frontEnd().apply(Audio.read(CLIP));
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    float[] logits;
    try (OrtSession session = environment.createSession(bundle.network());
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment,
                FloatBuffer.wrap(features.values()),
                new long[] {1, features.frames(), features.coefficients()});
        OrtSession.Result result = session.run(Map.of("features", input))) {
      logits = ((float[][]) result.get(0).getValue())[0];
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    JsonNode scores =
        new ObjectMapper().readTree(analyze("--json", CLIP).out()).get(0).get("probabilities");
    for (int i = 0; i < logits.length; i++) {
      double expected = Math.exp(logits[i]) / sum;
      assertThat(scores.get(UntrainedModel.CLASSES.get(i)).doubleValue())
          .isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void csvHasAColumnForEachClass() {
    List<String> lines = analyze("--csv", SAMPLES).out().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0))
        .isEqualTo("file,emotion,certain,confidence,seconds,neutral,happy,sad,angry,warnings");
    assertThat(lines.get(1).split(",", -1)).hasSize(10);
  }

  @Test
  void csvQuotesWhatWouldBreakIt(@TempDir Path folder) throws IOException {
    Path odd = Files.copy(CLIP, folder.resolve("a,\"b\".wav"));
    assertThat(analyze("--csv", odd).out()).contains("a,\"\"b\"\".wav\",");
  }

  @Test
  void topShowsAsManyClassesAsAskedFor() throws IOException {
    assertThat(analyze("--top", "3", CLIP).out()).containsPattern("(\\w+ \\d+ %, ){2}\\w+ \\d+ %");
    JsonNode array = new ObjectMapper().readTree(analyze("--json", "--top", "2", CLIP).out());
    assertThat(array.get(0).get("probabilities")).hasSize(2);
  }

  @Test
  void whatIsNoAudioGetsOneLineAndTheOthersAreAnalysed(@TempDir Path folder) throws IOException {
    Files.copy(CLIP, folder.resolve("good.wav"));
    Files.writeString(folder.resolve("text.wav"), "this is a letter, not a sound");
    Files.createFile(folder.resolve("empty.wav"));
    byte[] whole = Files.readAllBytes(CLIP);
    Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("notes.txt"), "not meant to be audio");
    Console console = analyze(folder);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out().lines()).hasSize(2);
    assertThat(console.out()).contains("good.wav");
    assertThat(console.err().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).startsWith("emotone: "))
        .anySatisfy(line -> assertThat(line).contains("text.wav"))
        .anySatisfy(line -> assertThat(line).contains("empty.wav"))
        .anySatisfy(line -> assertThat(line).contains("cut.wav"))
        .last()
        .isEqualTo("emotone: 3 of 4 files could not be analysed");
  }

  @Test
  void whatCannotBeReadStandsInTheJsonWithItsError(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "not a sound");
    JsonNode array = new ObjectMapper().readTree(analyze("--json", text, CLIP).out());
    assertThat(array).hasSize(2);
    assertThat(array.get(0).get("error").textValue()).contains("text.wav");
    assertThat(array.get(1).get("error")).isNull();
  }

  @Test
  void aFileIsKnownByItsContentAndNotByItsName(@TempDir Path folder) throws IOException {
    Files.copy(CLIP, folder.resolve("recording"));
    assertThat(analyze(folder).out()).contains("recording");
  }

  @Test
  void aMissingPathGetsOneLine() {
    Console console = analyze("gone.wav");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).contains("gone.wav");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void aFolderWithoutAudioGetsOneLine(@TempDir Path folder) {
    Console console = analyze(folder);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("no audio file in this folder").hasLineCount(1);
  }

  @Test
  void aDamagedModelGetsOneLine(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(model));
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.emotone"), bytes);
    Console console = Console.run("analyze", "--model", damaged.toString(), CLIP.toString());
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).contains("damaged.emotone").hasLineCount(1);
  }

  @Test
  void aModelThatDoesNotExistGetsOneLineThatNamesThoseThatDo() {
    Console console = Console.run("analyze", "--model", "best", CLIP.toString());
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("best: there is no such file", "models/").hasLineCount(1);
  }

  @Test
  void debugShowsWhereItWentWrong() {
    Console console = Console.run("--debug", "analyze", "--model", "best", CLIP.toString());
    assertThat(console.err()).contains("\tat org.emotone.cli.");
    assertThat(Console.run("analyze", "--debug", "--model", "best", CLIP.toString()).err())
        .contains("\tat org.emotone.cli.");
  }

  @Test
  void twoFormsAtOnceAreWrongUsage() {
    Console console = analyze("--json", "--csv", CLIP);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).hasLineCount(1);
    assertThat(analyze("--top", "0", CLIP).code()).isEqualTo(2);
    assertThat(analyze().code()).isEqualTo(2);
  }

  private static Console analyze(Object... arguments) {
    return Console.run(
        Stream.concat(Stream.of("analyze", "--model", model), Arrays.stream(arguments))
            .map(Object::toString)
            .toArray(String[]::new));
  }
}
