package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that train a recipe several times. */
final class StudyCommandsTest {

  private final Path folder;
  private final Path recipe;
  private final String ravdess;

  StudyCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    recipe = Files.writeString(folder.resolve("tiny.yaml"), TinyCorpus.inFolds(1));
    ravdess = "ravdess=" + TinyCorpus.write(folder.resolve("ravdess"));
  }

  private static Console run(Object... arguments) {
    return Console.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void leakGapPrintsTheFiguresInARowAndLeavesATableAndAChart() throws IOException {
    Path out = folder.resolve("gap");
    Console console = run("leak-gap", recipe, "--corpus", ravdess, "--folds", "2", "--out", out);
    assertThat(console.err()).contains("run 6 of 6: ravdess-speakers-2");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("random clips", "by recording", "by speaker", "speaker-dependent")
        .containsPattern("(?m)^ravdess( +\\d\\.\\d{3} ± \\d\\.\\d{3}){3} +-?\\d\\.\\d{3}$");
    assertThat(out.resolve("leak-gap.md")).content().contains("| ravdess | 2 |");
    assertThat(out.resolve("leak-gap.png")).isNotEmptyFile();

    Console again = run("leak-gap", "--resume", out);
    assertThat(again.out()).isEqualTo(console.out());
    assertThat(again.err()).doesNotContain("epoch");
    assertThat(run("search", "--resume", out).err()).contains("nothing to resume").hasLineCount(1);
  }

  @Test
  void fuseJoinsTwoCrossValidationsAndSaysWhetherThatIsBetter() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            Files.readString(recipe).replace("epochs: 1", "epochs: 2"));
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(run("cross-validate", recipe, "--corpus", ravdess, "--out", one).code()).isZero();
    assertThat(run("cross-validate", other, "--corpus", ravdess, "--out", two).code()).isZero();

    Console console = run("fuse", one, two, "--out", folder.resolve("fused"));
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("weighted fusion of 2 cross-validations, 3 folds, 1 seeds", "mean weights: tiny")
        .containsPattern("seed 1: \\d+ clips; recognised by the first alone");
    JsonNode figures =
        new ObjectMapper().readTree(folder.resolve("fused").resolve("fusion.json").toFile());
    assertThat(figures.get("alone")).hasSize(2);
    assertThat(figures.get("fused").get("pooled").get("clips").asInt())
        .isEqualTo(figures.get("mcNemar").get(0).get("clips").asInt());

    Console alone = run("fuse", one, folder);
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.err()).contains("there is no cross-validate.json").hasLineCount(1);
  }

  @Test
  void searchLeavesAPageAndARecipeThatCanBeTrained() throws IOException {
    Path out = folder.resolve("search");
    Console console =
        run(
            "search",
            recipe,
            "--corpus",
            ravdess,
            "--out",
            out,
            "--trials",
            "3",
            "--method",
            "random",
            "--try",
            "training.optimiser.learningRate={from: 0.001, to: 0.1, scale: log}",
            "--try",
            "training.batchSize=[4, 8]",
            "--json");
    assertThat(console.err()).contains("trial 3 of 3");
    assertThat(console.code()).isZero();
    JsonNode result = new ObjectMapper().readTree(console.out());
    assertThat(result.get("trials")).hasSize(3);
    assertThat(out.resolve("trials.csv"))
        .content()
        .hasLineCount(4)
        .startsWith("trial,score,epochs,training.optimiser.learningRate,training.batchSize,");
    assertThat(out.resolve("search.html"))
        .content()
        .contains("How it went", "training.batchSize", "The best recipe", "name: tiny")
        .doesNotContain("http://", "https://", "src=");
    Console trained =
        run("train", out.resolve("best.yaml"), "--corpus", ravdess, "--out", folder.resolve("b"));
    assertThat(trained.code()).isZero();
    assertThat(trained.out()).contains("0 speakers shared");
  }

  @Test
  void crossValidationPrintsEachFoldAndAllTogether() {
    Path out = folder.resolve("cv");
    Console console =
        run("cross-validate", recipe, "--corpus", ravdess, "--seeds", "1,2", "--out", out);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("tiny: 3 folds, 2 seeds", "fold 3", "over folds", "bootstrap over 6 speakers")
        .contains("48 of ravdess, 6 speakers");
    assertThat(out.resolve("confusion.png")).isNotEmptyFile();
    assertThat(run("cross-validate", "--resume", out).out()).isEqualTo(console.out());
  }

  @Test
  void crossCorpusPrintsAMatrix() throws IOException {
    Path tess = Files.createDirectories(folder.resolve("tess"));
    for (String actress : List.of("OAF", "YAF")) {
      for (String word : List.of("back", "bar")) {
        for (String emotion : List.of("happy", "sad")) {
          Files.copy(
              Path.of("..", "samples", "sad-woman.wav"),
              tess.resolve("%s_%s_%s.wav".formatted(actress, word, emotion)));
        }
      }
    }
    Path out = folder.resolve("matrix");
    Console console =
        run(
            "cross-corpus",
            recipe,
            "--corpus",
            ravdess,
            "--corpus",
            "tess=" + tess,
            "--folds",
            "2",
            "--set",
            "validationClips=0.3",
            "--out",
            out);
    assertThat(console.err()).contains("run 4 of 4: tess-2");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .containsPattern("(?m)^ravdess( +\\d\\.\\d{3} ± \\d\\.\\d{3}){2}")
        .containsPattern("(?m)^tess( +\\d\\.\\d{3} ± \\d\\.\\d{3}){2}");
    assertThat(out.resolve("runs/tess-1/evaluation-ravdess.json"))
        .content()
        .contains("cross-corpus");
    assertThat(out.resolve("cross-corpus.png")).isNotEmptyFile();
    assertThat(run("cross-corpus", "--resume", out).out()).isEqualTo(console.out());
  }

  @Test
  void ablationPrintsARowForEachAugmentationAndHearsNoTest() {
    Path out = folder.resolve("ablation");
    Console console =
        run("ablate", recipe, "--corpus", ravdess, "--with", "{type: gain}", "--out", out);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .containsPattern("(?m)^none +\\d\\.\\d{3}$")
        .containsPattern("(?m)^gain +\\d\\.\\d{3} +[+-]\\d\\.\\d{3}")
        .contains("No test clip was heard.");
    assertThat(out.resolve("ablate.csv")).content().hasLineCount(3);
    assertThat(out.resolve("ablate.png")).isNotEmptyFile();
    Console again = run("ablate", "--resume", out);
    assertThat(again.out()).isEqualTo(console.out());
    assertThat(again.err()).doesNotContain("epoch");
  }

  @Test
  void importanceSaysWhatGroupsOfFeaturesAreWorthAndHowManyAreNeeded() throws IOException {
    Path rows =
        Files.writeString(
            folder.resolve("rows.yaml"),
            TinyCorpus.RECIPE.substring(0, TinyCorpus.RECIPE.indexOf("network:"))
                + "frontEnd: {preset: p5}\nscaler: {kind: standard}\nclassifier: {type: svm}\n");
    Path out = folder.resolve("importance");
    Console console =
        run("importance", rows, "--corpus", ravdess, "--seeds", "1,2", "--drop", "--out", out);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains("with all 193 features", "fitted without it", "No test clip was heard.")
        .containsPattern("(?m)^melPower +128 +[+-]\\d\\.\\d{3} ± \\d\\.\\d{3} \\(");
    assertThat(out.resolve("importance.csv")).content().hasLineCount(6);
    assertThat(out.resolve("importance.png")).isNotEmptyFile();

    Console counts =
        run("importance", rows, "--corpus", ravdess, "--counts", "5,193", "--out", out, "--json");
    assertThat(counts.code()).as(counts.err()).isZero();
    assertThat(new ObjectMapper().readTree(counts.out()).at("/rows/1/features").asInt())
        .isEqualTo(193);
    assertThat(out.resolve("counts.png")).isNotEmptyFile();

    Console network = run("importance", recipe, "--corpus", ravdess);
    assertThat(network.code()).isEqualTo(1);
    assertThat(network.err()).contains("has no classifier of rows");
    Console both = run("importance", rows, "--corpus", ravdess, "--counts", "5", "--drop");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("ask one at a time").hasLineCount(1);
    Console nowhere = run("importance", rows);
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("add --corpus ravdess=FOLDER").hasLineCount(1);
  }

  @Test
  void whatIsMissingIsWrongUsageAndLeavesNothing() {
    Path out = folder.resolve("none");
    for (String command :
        List.of("leak-gap", "search", "cross-validate", "cross-corpus", "ablate")) {
      Console nothing = run(command, "--out", out);
      assertThat(nothing.code()).as(command).isEqualTo(2);
      assertThat(nothing.err()).hasLineCount(1).contains("missing");
      Console both = run(command, recipe, "--resume", out);
      assertThat(both.code()).as(command).isEqualTo(2);
      assertThat(both.err()).hasLineCount(1).contains("--resume goes on as it began");
    }
    Console plan = run("leak-gap", "--resume", out, "--folds", "3");
    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.err()).contains("it takes no --folds").hasLineCount(1);
    Console unknown =
        run("leak-gap", recipe, "--corpus", ravdess, "--partitions", "speker", "--out", out);
    assertThat(unknown.err()).contains("speker", "allowed: random, recording").hasLineCount(1);
    Console place =
        run("search", recipe, "--corpus", ravdess, "--try", "training.batchSise=[4, 8]");
    assertThat(place.err()).contains("batchSise", "did you mean 'batchSize'").hasLineCount(1);
    Console range = run("search", recipe, "--corpus", ravdess, "--try", "seed={form: 1}");
    assertThat(range.err()).contains("did you mean 'from'").hasLineCount(1);
    Console folds =
        run(
            "cross-validate",
            recipe,
            "--corpus",
            ravdess,
            "--set",
            "split={type: all}",
            "--out",
            out);
    assertThat(folds.err()).contains("has no folds").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void aPlanThatCannotBeReadGetsOneLine() throws IOException {
    Path sound = Path.of("..", "samples", "sad-woman.wav");
    Path empty = Files.createFile(folder.resolve("empty.yaml"));
    for (Object plan : List.of(sound, empty, folder, folder.resolve("none.yaml"))) {
      Console console = run("search", recipe, "--corpus", ravdess, "--space", plan);
      assertThat(console.code()).isEqualTo(1);
      assertThat(console.err())
          .hasLineCount(1)
          .startsWith("emotone: " + plan)
          .containsPattern("not a text|expected a list|a YAML file is expected|no such file");
    }
  }
}
