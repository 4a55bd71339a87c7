package org.emotone.training.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.training.Ranges;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.jspecify.annotations.Nullable;

/**
 * What a search tries; a YAML file.
 *
 * @param method how it chooses, TPE when left out
 * @param trials how many combinations it tries, 20 when left out; of a grid, which tries all, at
 *     most so many, any number when left out; of halving those that begin
 * @param startup draws before TPE looks at what they came to, 10 when left out
 * @param leastEpochs epochs that halving begins with, at least; 1 when left out
 * @param objective what is looked for on the validation, UAR when left out
 * @param seed of the draws, 1 when left out
 * @param space which places of the recipe have which values; at least one
 */
@JsonPropertyOrder({"method", "trials", "startup", "leastEpochs", "objective", "seed", "space"})
public record SearchPlan(
    Method method,
    int trials,
    int startup,
    int leastEpochs,
    Objective objective,
    long seed,
    Map<String, Range> space) {

  /** Most trials of a search. */
  public static final int MOST_TRIALS = 10_000;

  /** Checks the ranges. */
  public SearchPlan {
    space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    Ranges.within("trials", trials, 1, MOST_TRIALS);
    Ranges.atLeast("startup", startup, 1);
    Ranges.atLeast("leastEpochs", leastEpochs, 1);
    if (space.isEmpty()) {
      throw new IllegalArgumentException(
          "space must name a place of the recipe, such as"
              + " training.optimiser.learningRate: {from: 0.0003, to: 0.01, scale: log}");
    }
    if (method == Method.GRID) {
      checkGrid(space, trials);
    }
  }

  private static void checkGrid(Map<String, Range> space, int trials) {
    double combinations = 1;
    for (Map.Entry<String, Range> range : space.entrySet()) {
      if (range.getValue().count() == 0) {
        throw new IllegalArgumentException(
            "space."
                + range.getKey()
                + ": a grid needs values or a step, for there is no end of numbers between "
                + range.getValue().from()
                + " and "
                + range.getValue().to());
      }
      combinations *= range.getValue().count();
    }
    if (combinations > trials) {
      throw new IllegalArgumentException(
          "trials are at most %d, but the grid has %.0f combinations; leave values out or use"
                  .formatted(trials, combinations)
              + " another method");
    }
  }

  /** Fills in what is null. */
  @JsonCreator
  public static SearchPlan of(
      @JsonProperty("method") @Nullable Method method,
      @JsonProperty("trials") @Nullable Integer trials,
      @JsonProperty("startup") @Nullable Integer startup,
      @JsonProperty("leastEpochs") @Nullable Integer leastEpochs,
      @JsonProperty("objective") @Nullable Objective objective,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("space") @Nullable Map<String, Range> space) {
    Method own = method == null ? Method.TPE : method;
    return new SearchPlan(
        own,
        trials == null ? (own == Method.GRID ? MOST_TRIALS : 20) : trials,
        startup == null ? 10 : startup,
        leastEpochs == null ? 1 : leastEpochs,
        objective == null ? Objective.UAR : objective,
        seed == null ? 1 : seed,
        space == null ? Map.of() : space);
  }

  /**
   * Reads a plan.
   *
   * @param name of the file, for messages
   * @throws RecipeException if it is none, in one line
   */
  public static SearchPlan parse(String name, String yaml) throws RecipeException {
    return RecipeFile.parse(name, yaml, SearchPlan.class);
  }
}
