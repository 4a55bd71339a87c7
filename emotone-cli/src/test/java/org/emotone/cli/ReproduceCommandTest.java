package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.JoinedRecipe;
import org.emotone.training.reproduction.PublishedSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproduceCommandTest {

  private static final String CATALOGUE =
      """
      systems:
        - id: random
          group: Small ones
          system: a small network
          protocol: random 75/25
          published: 0.9
          leaks: [speakers]
          recipe: tiny.yaml
          set: {split: {type: random, testShare: 0.25}, validationClips: 0.2}
          seeds: [1, 2]
          independent: {split: {type: speakerFolds, folds: 3, fold: 1}, validationClips: 0.0}
          note: It is not the same.
        - id: apart
          system: the same network
          protocol: three folds
          measure: uar
          recipe: tiny.yaml
          set: {split: {type: speakerFolds, folds: 3, fold: 1}}
          seeds: [1]
      leftOut:
        - {what: A large one, why: It has no recipe.}
      """;

  private final Path folder;
  private final Path catalogue;
  private final String ravdess;

  ReproduceCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("tiny.yaml"), TinyCorpus.RECIPE.replace("epochs: 3", "epochs: 1"));
    catalogue = Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
    ravdess = "ravdess=" + TinyCorpus.write(folder.resolve("ravdess"));
  }

  private Console reproduce(Object... arguments) {
    Object[] first = {"reproduce", "--catalogue", catalogue, "-o", folder.resolve("out")};
    return Console.run(
        Stream.concat(Arrays.stream(first), Arrays.stream(arguments))
            .map(Object::toString)
            .toArray(String[]::new));
  }

  @Test
  void publishedFiguresAndOursStandSideBySideAndNothingIsRunTwice() throws IOException {
    Console console = reproduce("--corpus", ravdess);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains(
            "random (ravdess, 2 classes; random 75/25; leaks: S)",
            "published              90.0 accuracy")
        .containsPattern("ours, same protocol    \\d+\\.\\d ± \\d+\\.\\d accuracy \\(2 seeds\\)")
        .containsPattern("difference             [+-]\\d+\\.\\d")
        .containsPattern("ours, speakers apart   .*UAR.*\\[\\d+\\.\\d, \\d+\\.\\d\\]")
        .contains(
            "apart (ravdess, 2 classes; three folds; leaks: none)",
            "published              not stated");
    assertThat(folder.resolve("out/reproduction.md"))
        .content()
        .contains(
            "## Small ones",
            "A large one: It has no recipe.",
            "| random |",
            "It is not the same.",
            "reproduce random --corpus ravdess=FOLDER")
        .doesNotContain("Not run yet");
    assertThat(folder.resolve("out/reproduction.html"))
        .content()
        .contains("; random 75/25; leaks: S", "<tr id=\"random\">", "A large one")
        .doesNotContain("http://", "https://", "src=");

    Console again = reproduce("--corpus", ravdess, "--json");
    assertThat(again.err()).doesNotContain("epoch");
    assertThat(new ObjectMapper().readTree(again.out()).get("systems")).hasSize(2);
    assertThat(reproduce("--list").out()).contains("random                      run  ");

    Console anew = reproduce("apart", "--corpus", ravdess, "--again");
    assertThat(anew.err()).contains("epoch 1/1");
    assertThat(folder.resolve("out/apart.former-1")).isDirectory();
  }

  @Test
  void whatIsMissingOrUnknownGetsOneLine() {
    Console none = reproduce();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("a corpus is missing").hasLineCount(1);
    Console needed = reproduce("random");
    assertThat(needed.code()).isEqualTo(2);
    assertThat(needed.err()).contains("needs the corpus 'ravdess'").hasLineCount(1);
    Console unknown = reproduce("rndom", "--corpus", ravdess);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no system 'rndom'", "random, apart").hasLineCount(1);
  }

  /** Every recipe of the catalogue that is shipped, as published and with speakers apart. */
  @Test
  void theShippedCatalogueHoldsValidRecipes() throws Exception {
    Path shipped = Path.of("..", "recipes", "reproduction", "catalogue.yaml");
    Catalogue shippedCatalogue = Catalogue.read(shipped);
    for (PublishedSystem system : shippedCatalogue.systems()) {
      Path place = shipped.resolveSibling(".");
      Recipe recipe = Catalogue.published(system, place);
      assertThat(Catalogue.independent(system, place).corpora())
          .as(system.id())
          .isEqualTo(recipe.corpora());
      for (JoinedRecipe joined : system.joined()) {
        assertThat(Catalogue.joined(system, joined, place).split())
            .as(system.id() + " with " + joined.recipe())
            .isEqualTo(recipe.split());
      }
    }
  }
}
