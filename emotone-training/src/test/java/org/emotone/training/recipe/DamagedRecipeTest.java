package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of a recipe, reading it gives a recipe or one line that says what is wrong. */
class DamagedRecipeTest {

  private static final String RECIPE =
      """
      name: small
      corpora: [ravdess, &x savee]
      labels: {classes: [neutral, sad], map: {calm: neutral}}
      split: {type: speakerLists, lists: [[ravdess:01], [ravdess:02]], fold: 2}
      frontEnd: {trim: {topDb: 30}, features: {type: logMel, bands: 16}}
      network:
        - {type: image}
        - type: residual
          body: [{type: conv2d, filters: 1, kernel: 3}]
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 2}
      training: {epochs: 2, optimiser: {type: adamW, learningRate: 1e-3}, noise: 0.1}
      seed: 7
      """;

  @Property(tries = 200)
  void replacedCharacter(
      @ForAll @IntRange(max = 600) int place, @ForAll @CharRange(from = '\t', to = '~') char c) {
    int at = place % RECIPE.length();
    check(RECIPE.substring(0, at) + c + RECIPE.substring(at + 1));
  }

  @Property(tries = 100)
  void removedPart(
      @ForAll @IntRange(max = 600) int place, @ForAll @IntRange(min = 1, max = 60) int length) {
    int at = place % RECIPE.length();
    check(RECIPE.substring(0, at) + RECIPE.substring(Math.min(RECIPE.length(), at + length)));
  }

  @Property(tries = 100)
  void insertedWord(@ForAll @IntRange(max = 600) int place, @ForAll @IntRange(max = 9) int word) {
    String[] words = {"null", "~", "[]", "{}", "*x", "!!set {}", "1e999", "-1", "\"", ": "};
    int at = place % RECIPE.length();
    check(RECIPE.substring(0, at) + words[word] + RECIPE.substring(at));
  }

  private static void check(String yaml) {
    try {
      Recipe recipe = RecipeFile.parse("damaged.yaml", yaml);
      assertThat(RecipeFile.parse("again.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
    } catch (RecipeException e) {
      assertThat(e.getMessage())
          .startsWith("damaged.yaml:")
          .doesNotContain("\n", "com.fasterxml", "org.emotone", "java.");
    }
  }
}
