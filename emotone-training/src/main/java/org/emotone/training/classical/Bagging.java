package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Bagging (Breiman, 1996): the same classifier, fitted several times on clips drawn with
 * replacement; what they hold probable is averaged.
 *
 * @param of the classifier, of one value for each parameter; a deep decision tree when left out
 * @param times how many, 2 to 1000; 20 when left out
 */
@JsonPropertyOrder({"of", "times"})
public record Bagging(Classifier of, int times) implements Classifier {

  /** Checks that there is but one candidate. */
  public Bagging {
    if (of.words().size() != 1) {
      throw new IllegalArgumentException(
          "bagging takes one value for each parameter of its classifier, these make "
              + of.words().size()
              + " combinations");
    }
  }

  /** Fills in what is left out (null) and checks the range. */
  @JsonCreator
  public static Bagging of(
      @JsonProperty("of") @Nullable Classifier of, @JsonProperty("times") @Nullable Integer times) {
    return new Bagging(
        of == null ? DecisionTree.of(List.of(100), 1) : of,
        Parameters.whole("times", times, 20, 2, 1000));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(new Candidate(times + " times", () -> fit(samples, seed)));
  }

  private ClassicalModel fit(Samples samples, long seed) {
    Random random = new Random(seed);
    List<ClassicalModel> models = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int[] drawn = random.ints(samples.size(), 0, samples.size()).toArray();
      models.add(of.candidates(samples.at(drawn), random.nextLong()).get(0).fit().get());
    }
    return new AveragedModel(models);
  }
}
