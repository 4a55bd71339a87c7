package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gradient boosting of trees for the multinomial deviance (Friedman, 2001, algorithm 6; with
 * sampling, 2002).
 *
 * @param rounds trees for each class, 1 to 10 000; 100 when left out
 * @param learningRate what of a tree is added, 0.001 to 1; 0.1 when left out
 * @param depth most comparisons of a tree, 1 to 20; 3 when left out
 * @param columns share of the coefficients that a comparison looks at, above 0 to 1; 0, which it is
 *     when left out, for as many as the root of their number
 * @param clips share of the clips that a round learns from, 0.1 to 1; 0.8 when left out
 */
@JsonPropertyOrder({"rounds", "learningRate", "depth", "columns", "clips"})
public record GradientBoosting(
    int rounds, double learningRate, int depth, double columns, double clips)
    implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static GradientBoosting of(
      @JsonProperty("rounds") @Nullable Integer rounds,
      @JsonProperty("learningRate") @Nullable Double learningRate,
      @JsonProperty("depth") @Nullable Integer depth,
      @JsonProperty("columns") @Nullable Double columns,
      @JsonProperty("clips") @Nullable Double clips) {
    return new GradientBoosting(
        Parameters.whole("rounds", rounds, 100, 1, 10_000),
        Parameters.real("learningRate", learningRate, 0.1, 0.001, 1),
        Parameters.whole("depth", depth, 3, 1, 20),
        Parameters.real("columns", columns, 0, 0, 1),
        Parameters.real("clips", clips, 0.8, 0.1, 1));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(
        new Candidate(rounds + " rounds", () -> new Boosting(this, samples, seed).fit()));
  }
}
