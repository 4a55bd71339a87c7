package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Several classifiers, of which the one with the best recall on the validation clips is kept.
 *
 * @param of at least two classifiers, each with one value or several for its parameters
 */
public record BestOf(List<Classifier> of) implements Classifier {

  /** Copies the list and checks that there is something to choose from. */
  @JsonCreator
  public BestOf(@JsonProperty(value = "of", required = true) List<Classifier> of) {
    this.of = List.copyOf(of);
    if (of.size() < 2) {
      throw new IllegalArgumentException("of must name at least two classifiers");
    }
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    List<Candidate> all = new ArrayList<>();
    for (Classifier one : of) {
      for (Candidate candidate : one.candidates(samples, seed)) {
        String kind = one.getClass().getSimpleName();
        all.add(new Candidate(kind + " " + candidate.words(), candidate.fit()));
      }
    }
    return all;
  }
}
