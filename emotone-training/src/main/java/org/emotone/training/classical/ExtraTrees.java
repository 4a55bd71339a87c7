package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extremely randomised trees (Geurts, Ernst and Wehenkel, 2006): each comparison the best of some
 * coefficients and thresholds that are drawn.
 *
 * @param trees how many, 1 to 10 000; 200 when left out
 * @param columns share of the coefficients that a comparison looks at, above 0 to 1; 0, which it is
 *     when left out, for as many as the root of their number
 * @param leafClips fewest clips at a leaf, 1 to 10 000; 1 when left out
 */
@JsonPropertyOrder({"trees", "columns", "leafClips"})
public record ExtraTrees(int trees, double columns, int leafClips) implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static ExtraTrees of(
      @JsonProperty("trees") @Nullable Integer trees,
      @JsonProperty("columns") @Nullable Double columns,
      @JsonProperty("leafClips") @Nullable Integer leafClips) {
    return new ExtraTrees(
        Parameters.whole("trees", trees, 200, 1, 10_000),
        Parameters.real("columns", columns, 0, 0, 1),
        Parameters.whole("leafClips", leafClips, 1, 1, 10_000));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(
        new Candidate(
            trees + " trees",
            () -> {
              var shape = Forest.shape(columns, leafClips, samples.coefficients(), true);
              return Forest.grow(Columns.of(samples.rows()), samples, shape, trees, false, seed);
            }));
  }
}
