package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision tree by Gini's impurity (Breiman et al., 1984).
 *
 * @param depth most comparisons, 1 to 100; one or several; 8 when left out
 * @param leafClips fewest clips at a leaf, 1 to 10 000; 5 when left out
 */
@JsonPropertyOrder({"depth", "leafClips"})
public record DecisionTree(List<Integer> depth, int leafClips) implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static DecisionTree of(
      @JsonProperty("depth") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> depth,
      @JsonProperty("leafClips") @Nullable Integer leafClips) {
    return new DecisionTree(
        Parameters.wholes("depth", depth, 1, 100, 8),
        Parameters.whole("leafClips", leafClips, 5, 1, 10_000));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    Later<Columns> columns = new Later<>(() -> Columns.of(samples.rows()));
    return depth.stream()
        .map(
            most ->
                new Candidate(
                    "depth " + most,
                    () -> {
                      int width = samples.coefficients();
                      var shape = new TreeGrowth.Shape(most, leafClips, width, false);
                      return Forest.grow(columns.get(), samples, shape, 1, false, seed);
                    }))
        .toList();
  }
}
