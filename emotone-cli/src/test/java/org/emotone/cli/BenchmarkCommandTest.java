package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.JoinedRecipe;
import org.emotone.training.reproduction.Pretraining;
import org.emotone.training.reproduction.PublishedSystem;
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

  /** Every recipe of the catalogue that is shipped, and what it starts from. */
  @Test
  void theShippedCatalogueHoldsValidRecipesWithFoldsAndTargets() throws Exception {
    Path shipped = Path.of("..", "recipes", "benchmark", "catalogue.yaml");
    for (PublishedSystem system : Catalogue.read(shipped).systems()) {
      Path place = shipped.resolveSibling(".");
      Recipe recipe = Catalogue.published(system, place);
      assertThat(Folds.exist(recipe.split())).as(system.id()).isTrue();
      assertThat(system.targets()).as(system.id()).isNotNull();
      for (JoinedRecipe joined : system.joined()) {
        Recipe branch = Catalogue.joined(system, joined, place);
        assertThat(branch.split()).as(system.id()).isEqualTo(recipe.split());
      }
      for (Pretraining pretraining : system.pretrainings()) {
        Recipe first = Catalogue.pretraining(pretraining, place);
        boolean apart =
            first.corpora().stream().noneMatch(recipe.corpora()::contains)
                || first.split().words().contains(recipe.corpora().get(0));
        assertThat(apart).as(system.id() + " must not learn from its test corpus").isTrue();
      }
    }
  }
}
