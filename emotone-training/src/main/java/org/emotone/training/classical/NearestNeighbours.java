package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the nearest training clips, by Euclidean distance.
 *
 * @param k how many neighbours vote, 1 to 1000; one or several; 5 when left out
 */
public record NearestNeighbours(List<Integer> k) implements Classifier {

  /** Fills in what is left out (null) and checks the range. */
  @JsonCreator
  public static NearestNeighbours of(
      @JsonProperty("k") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Integer> k) {
    return new NearestNeighbours(Parameters.wholes("k", k, 1, 1000, 5));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return k.stream()
        .map(voters -> new Candidate("k " + voters, () -> fit(samples, voters)))
        .toList();
  }

  private static ClassicalModel fit(Samples samples, int voters) {
    double[][] votes = OneHot.of(samples);
    return new NeighbourModel(samples.rows(), votes, Math.min(voters, votes.length));
  }
}
