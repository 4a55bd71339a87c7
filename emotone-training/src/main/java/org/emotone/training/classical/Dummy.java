package org.emotone.training.classical;

import java.util.List;

/** Says of every clip how often each class occurred: what any other classifier has to beat. */
public record Dummy() implements Classifier {

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(
        new Candidate(
            "dummy",
            () ->
                new LinearModel(
                    new double[samples.classes()][samples.coefficients()],
                    Moments.logShares(samples))));
  }
}
