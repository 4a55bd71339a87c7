package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {

  private final Path folder;
  private final Path recipe;
  private final Path corpus;

  TrainCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    recipe = Files.writeString(folder.resolve("tiny.yaml"), TinyCorpus.RECIPE);
    corpus = TinyCorpus.write(folder.resolve("ravdess"));
  }

  @Test
  void aTrainedModelIsEvaluatedOnWhatWasHeldOutAndAnalysesClips() throws IOException {
    Path out = folder.resolve("run");
    Console trained = train("--set", "training.epochs=2", "--out", out);
    assertThat(trained.err()).contains("epoch 1/2", "epoch 2/2").doesNotContain("epoch 3");
    assertThat(trained.code()).isZero();
    assertThat(trained.out()).contains("0 speakers shared (4 in training, 2 in test)");
    assertThat(out.resolve("recipe.yaml")).content().contains("epochs: 2");
    assertThat(out.resolve("metrics.csv")).isNotEmptyFile();
    assertThat(out.resolve("predictions.csv")).isNotEmptyFile();
    for (String file : List.of("report.html", "listen.html", "errors.m3u8", "errors.csv")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    assertThat(out.resolve("plots").resolve("confusion-percent.png")).isNotEmptyFile();
    assertThat(out.resolve("run.json")).content().contains("\"finished\"");

    String model = out.resolve("model.emotone").toString();
    assertThat(run("model", "info", "--card", model).out()).contains("CC BY-NC-SA 4.0");

    Console evaluated = run("evaluate", model, "--corpus", "ravdess=" + corpus);
    assertThat(evaluated.code()).isZero();
    assertThat(evaluated.out())
        .contains("speaker-independent, 0 speakers shared")
        .containsPattern("8 of ravdess, 2 speakers");

    Console analysed = run("analyze", "--json", "--model", model, corpus);
    assertThat(new ObjectMapper().readTree(analysed.out())).hasSize(24);
  }

  @Test
  void evaluationsAsJsonHoldTheFiguresOfTheText() throws IOException {
    Path out = folder.resolve("run");
    assertThat(train("--out", out).code()).isZero();
    Path model = out.resolve("model.emotone");
    JsonNode some =
        new ObjectMapper()
            .readTree(run("evaluate", model, "--corpus", "ravdess=" + corpus, "--json").out());
    assertThat(some.get("clips").intValue()).isEqualTo(8);
    assertThat(some.get("conditions").get("sharedSpeakers").intValue()).isZero();
    assertThat(some.get("uar").doubleValue()).isCloseTo(0.5, within(0.5));
    String all = run("evaluate", model, "--corpus", "ravdess=" + corpus, "--all").out();
    assertThat(all).contains("speaker-dependent, 4 speakers shared");
  }

  @Test
  void theSameSeedGivesTheSameLossesAndAnotherSeedOthers() throws IOException {
    String first = losses(train("--out", folder.resolve("a")));
    assertThat(first).contains("epoch 3/3");
    assertThat(losses(train("--out", folder.resolve("b")))).isEqualTo(first);
    assertThat(losses(train("--out", folder.resolve("c"), "--set", "seed=2"))).isNotEqualTo(first);
  }

  @Test
  void aRecipeWithATypoGetsOneLineThatNamesTheLine() throws IOException {
    Files.writeString(recipe, TinyCorpus.RECIPE.replace("batchSize", "batchSise"));
    Console console = train();
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("tiny.yaml:10", "batchSise", "batchSize").hasLineCount(1);
  }

  @Test
  void aSettingWithATypoGetsOneLine() {
    Console console = train("--set", "training.epoch=2");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("training.epoch").hasLineCount(1);
    assertThat(train("--set", "name.epoch=2").err()).contains("no such place").hasLineCount(1);
  }

  @Test
  void aCorpusThatIsMissingOrTooMuchIsWrongUsageAndLeavesNoFolder() {
    Path out = folder.resolve("run");
    Console missing = run("train", recipe, "--out", out);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("--corpus ravdess=FOLDER").hasLineCount(1);
    Console more = train("--corpus", "tess=" + folder, "--out", out);
    assertThat(more.code()).isEqualTo(2);
    assertThat(more.err()).contains("tess", "ravdess only").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void resumingTakesNoRecipe() {
    Console console = train("--resume", folder.resolve("run"));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--resume").hasLineCount(1);
    Console nothing = run("train", "--resume", folder.resolve("run"));
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.err()).contains("no run to resume").hasLineCount(1);
  }

  private Console train(Object... more) {
    return run(
        Stream.concat(
                Stream.of("train", recipe, "--corpus", "ravdess=" + corpus), Arrays.stream(more))
            .toArray());
  }

  private static Console run(Object... arguments) {
    return Console.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  /** The lines of the epochs without what they took. */
  private static String losses(Console console) {
    return console
        .err()
        .lines()
        .filter(line -> line.startsWith("epoch "))
        .map(line -> line.replaceFirst("  [0-9.]+ s  left .*", ""))
        .reduce("", (a, b) -> a + b + "\n");
  }
}
