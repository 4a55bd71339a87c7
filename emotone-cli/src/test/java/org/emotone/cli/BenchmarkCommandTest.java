package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.JoinedRecipe;
import org.emotone.training.reproduction.Pretraining;
import org.emotone.training.reproduction.PublishedSystem;
import org.emotone.training.reproduction.Unheard;
import org.emotone.training.run.Folds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkCommandTest {

  private static final String CATALOGUE =
      """
      systems:
        - id: easy
          system: a target that everything reaches
          protocol: three folds
          measure: uar
          targets: {must: 0.0, goal: 1.0, others: "a giant .900"}
          pretraining: {id: all, recipe: tiny.yaml, set: {split: {type: all}}}
          recipe: tiny.yaml
          set: {split: {type: speakerFolds, folds: 3, fold: 1}, validationSpeakers: 1}
          fusion: {method: mean, with: [{recipe: trees.yaml, set: {classifier.trees: 20}}]}
          seeds: [1, 2]
        - id: hard
          system: a target that nothing reaches
          protocol: three folds
          measure: uar
          targets: {must: 1.0, goal: 1.0}
          pretraining: {id: all, recipe: tiny.yaml, set: {split: {type: all}}}
          recipe: tiny.yaml
          set: {split: {type: speakerFolds, folds: 3, fold: 1}, validationSpeakers: 1}
          seeds: [1]
      """;

  private static final String UNHEARD =
      """
      systems:
        - id: heard
          system: what a pre-training knows of a corpus that it has heard
          protocol: all clips
          measure: uar
          targets: {must: 1.0, goal: 1.0}
          pretraining: {id: all, recipe: tiny.yaml, set: {split: {type: all}}}
          recipe: tiny.yaml
          unheard: {corpus: ravdess}
        - id: unheard
          system: what a pre-training knows of a corpus that it has not heard
          protocol: all clips
          measure: uar
          targets: {must: 0.0, goal: 1.0}
          pretraining: {id: all, recipe: tiny.yaml, set: {split: {type: all}}}
          recipe: tiny.yaml
          unheard: {corpus: emodb, classes: [sad, happy]}
      """;

  /** Its clips and classes are others than those of the benchmark, which shall not matter. */
  private static final String TREES =
      """
      name: trees
      description: a few trees on the means of MFCCs
      corpora: [emodb]
      labels: emodb7
      split: {type: all}
      frontEnd: {preset: p1}
      classifier: {type: randomForest, trees: 5}
      seed: 1
      """;

  private final Path folder;
  private final Path catalogue;
  private final String ravdess;

  BenchmarkCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("tiny.yaml"), TinyCorpus.RECIPE.replace("epochs: 3", "epochs: 1"));
    Files.writeString(folder.resolve("trees.yaml"), TREES);
    catalogue = Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
    ravdess = "ravdess=" + TinyCorpus.write(folder.resolve("ravdess"));
  }

  private Console benchmark(Object... arguments) {
    Object[] first = {"benchmark", "--catalogue", catalogue, "-o", folder.resolve("out")};
    return Console.run(
        Stream.concat(Arrays.stream(first), Arrays.stream(arguments))
            .map(Object::toString)
            .toArray(String[]::new));
  }

  @Test
  void figuresStandBesideTheirTargetsAndPretrainingRunsOnce() throws IOException {
    Console console = benchmark("--corpus", ravdess);
    assertThat(console.code()).isZero();
    assertThat(console.err().split("pre-training: all", -1)).hasSize(2);
    assertThat(console.out())
        .contains("easy (ravdess, 2; three folds)", "a giant .900")
        .containsPattern("ours, mean over folds +\\d\\.\\d{3} ± \\d\\.\\d{3}")
        .containsPattern("reached +must")
        .containsPattern("alone +tiny \\d\\.\\d{3}, trees \\d\\.\\d{3}")
        .containsPattern("(?s)hard .*reached +no");
    assertThat(folder.resolve("out/easy/fusion.txt")).content().contains("McNemar");
    assertThat(folder.resolve("out/easy/with-trees/runs/seed1-fold1/recipe.yaml"))
        .content()
        .contains("trees: 20");
    assertThat(folder.resolve("out/benchmark.md"))
        .content()
        .contains("| easy |", "`./emotone benchmark hard --corpus ravdess=FOLDER`");
    String recipe =
        Files.readString(folder.resolve("out/hard/published/runs/seed1-fold1/recipe.yaml"));
    assertThat(recipe).containsPattern("initialWeights: .*pretraining.*all.model.emotone");

    Console again = benchmark("hard", "--corpus", ravdess);
    assertThat(again.err()).doesNotContain("epoch", "pre-training");
    assertThat(again.out()).contains("hard").doesNotContain("easy");
  }

  @Test
  void aPretrainingIsMeasuredOnACorpusThatItHasNotHeard() throws IOException {
    Files.writeString(catalogue, UNHEARD);
    Path german = Files.createDirectories(folder.resolve("emodb"));
    for (String name : List.of("03a01Fa", "03a01Ta", "08a02Fa", "08a02Ta", "08a02Wa")) {
      Files.copy(Path.of("..", "samples", "calm-man.wav"), german.resolve(name + ".wav"));
    }

    Console console = benchmark("unheard", "--corpus", ravdess, "--corpus", "emodb=" + german);

    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains("unheard (emodb, 2; all clips)", "together [95 % over speakers]  0.500");
    assertThat(folder.resolve("out/benchmark.json")).content().containsPattern("\"clips\" : 4");
    assertThat(benchmark("unheard", "--corpus", ravdess).err())
        .contains("unheard needs the corpus 'emodb'");
  }

  @Test
  void whatAPretrainingHasHeardIsNoCorpusForItsTest() throws IOException {
    Files.writeString(catalogue, UNHEARD);
    Console console = benchmark("heard", "--corpus", ravdess);
    assertThat(console.code()).isOne();
    assertThat(console.err()).contains("heard: its pre-training has heard ravdess");
  }

  /** Every recipe of the catalogue that is shipped, and what it starts from. */
  @Test
  void theShippedCatalogueHoldsValidRecipesWithFoldsAndTargets() throws Exception {
    Path shipped = Path.of("..", "recipes", "benchmark", "catalogue.yaml");
    for (PublishedSystem system : Catalogue.read(shipped).systems()) {
      Path place = shipped.resolveSibling(".");
      Recipe recipe = Catalogue.published(system, place);
      assertThat(system.targets()).as(system.id()).isNotNull();
      Unheard unheard = system.unheard();
      assertThat(unheard != null || Folds.exist(recipe.split())).as(system.id()).isTrue();
      List<String> tested = unheard == null ? recipe.corpora() : List.of(unheard.corpus());
      for (JoinedRecipe joined : system.joined()) {
        Recipe branch = Catalogue.joined(system, joined, place);
        assertThat(branch.split()).as(system.id()).isEqualTo(recipe.split());
      }
      for (Pretraining pretraining : system.pretrainings()) {
        Recipe first = Catalogue.pretraining(pretraining, place);
        boolean apart =
            first.corpora().stream().noneMatch(tested::contains)
                || first.split().words().contains(tested.get(0));
        assertThat(apart).as(system.id() + " must not learn from its test corpus").isTrue();
      }
    }
  }
}
