package org.emotone.training.importance;

import java.util.List;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.study.Ablation;

/** Seeds of a study that may be repeated with other validation speakers, but never hears a test. */
final class Seeds {

  private Seeds() {}

  /** A copy, of at least one and none twice. */
  static List<Long> check(List<Long> seeds) {
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new IllegalArgumentException("seeds must be at least one, none twice");
    }
    return List.copyOf(seeds);
  }

  /**
   * Checks that no seed judges by what another tests.
   *
   * @throws TrainingException if it does, in one line
   */
  static void checkTest(Recipe recipe, List<Long> seeds) {
    if (Ablation.drawn(recipe.split()) && !seeds.equals(List.of(recipe.seed()))) {
      throw new TrainingException(
          "the test of '"
              + recipe.split().words()
              + "' is drawn by the seed, so that with another seed features would be judged by"
              + " clips that are tested later; take a split whose test is given (published,"
              + " speakerLists, speakers …), or the recipe's seed alone");
    }
  }

  /** How many and which, in words. */
  static String words(List<Long> seeds) {
    return (seeds.size() == 1 ? "1 seed" : seeds.size() + " seeds")
        + " ("
        + String.join(", ", seeds.stream().map(String::valueOf).toList())
        + ")";
  }

  /** Whether the training has heard speakers of the validation, in words that follow these. */
  static String heard(int sharedSpeakers) {
    return sharedSpeakers == 0
        ? " whom the training has not heard"
        : ", of whom the training has heard " + sharedSpeakers + " (speaker-dependent)";
  }
}
