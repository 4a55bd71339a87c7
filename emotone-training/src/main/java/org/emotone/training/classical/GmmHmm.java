package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A hidden Markov model for each class, on the frames of a clip (Rabiner, 1989). States follow each
 * other from left to right, or in any order.
 *
 * @param states how many, 1 to 100; one or several; 5 when left out
 * @param mixtures Gaussians of a state, 1 to 100; one or several; 2 when left out
 * @param iterations steps of the algorithm of Baum and Welch, 1 to 1000; 10 when left out
 * @param leftToRight whether a state leads to itself and the next alone; true when left out
 */
@JsonPropertyOrder({"states", "mixtures", "iterations", "leftToRight"})
public record GmmHmm(
    List<Integer> states, List<Integer> mixtures, int iterations, boolean leftToRight)
    implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static GmmHmm of(
      @JsonProperty("states") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> states,
      @JsonProperty("mixtures") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> mixtures,
      @JsonProperty("iterations") @Nullable Integer iterations,
      @JsonProperty("leftToRight") @Nullable Boolean leftToRight) {
    return new GmmHmm(
        Parameters.wholes("states", states, 1, 100, 5),
        Parameters.wholes("mixtures", mixtures, 1, 100, 2),
        Parameters.whole("iterations", iterations, 10, 1, 1000),
        leftToRight == null || leftToRight);
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    List<Candidate> candidates = new ArrayList<>();
    for (int s : states) {
      for (int m : mixtures) {
        String words = "states " + s + ", mixtures " + m;
        candidates.add(new Candidate(words, () -> fit(samples, s, m, seed)));
      }
    }
    return candidates;
  }

  private ClassicalModel fit(Samples samples, int s, int m, long seed) {
    double[] floor = HmmFitting.floor(samples.clips());
    int[] counts = samples.counts();
    List<@Nullable HiddenMarkov> models =
        IntStream.range(0, samples.classes())
            .parallel()
            .mapToObj(
                k -> {
                  List<FeatureMatrix> own =
                      IntStream.range(0, samples.size())
                          .filter(i -> samples.labels()[i] == k)
                          .mapToObj(samples.clips()::get)
                          .toList();
                  return counts[k] == 0
                      ? null
                      : new HmmFitting(own, s, m, leftToRight, floor, seed + k).fit(iterations);
                })
            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    return new HmmModel(models, Moments.logShares(samples), samples.coefficients());
  }
}
