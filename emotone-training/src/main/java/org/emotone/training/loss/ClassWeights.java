package org.emotone.training.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How the classes count in the training loss; in JSON and YAML {@code none}, {@code balanced} or a
 * list of weights in the order of the classes.
 *
 * @param kind where the weights come from
 * @param given the weights where the recipe gives them, else empty
 */
public record ClassWeights(Kind kind, List<Double> given) {

  /** Where the weights come from. */
  public enum Kind {
    /** All classes count alike. */
    NONE,
    /** In inverse proportion to their number of examples, with mean one over the classes. */
    BALANCED,
    /** As the recipe says. */
    GIVEN
  }

  /** All alike. */
  public static final ClassWeights NONE = new ClassWeights(Kind.NONE, List.of());

  /** In inverse proportion to their number of examples, with mean one over the classes. */
  public static final ClassWeights BALANCED = new ClassWeights(Kind.BALANCED, List.of());

  /** Checks the weights. */
  public ClassWeights {
    given = List.copyOf(given);
    if ((kind == Kind.GIVEN) == given.isEmpty()) {
      throw new IllegalArgumentException(
          "classWeights must be none, balanced or a list of a weight for each class");
    }
    if (given.stream().anyMatch(w -> !(w >= 0 && w <= 1000))
        || (kind == Kind.GIVEN && given.stream().allMatch(w -> w == 0))) {
      throw new IllegalArgumentException(
          "classWeights must be in [0, 1000] and not all 0, were " + given);
    }
  }

  /** By a word. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ClassWeights of(String word) {
    return switch (word) {
      case "none" -> NONE;
      case "balanced" -> BALANCED;
      default ->
          throw new IllegalArgumentException(
              "classWeights must be none, balanced or a list of a weight for each class, was '"
                  + word
                  + "'");
    };
  }

  /** By numbers, one for each class in their order. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ClassWeights of(List<Double> weights) {
    return new ClassWeights(Kind.GIVEN, weights);
  }

  /**
   * The weight of each class; balanced, a class without an example weighs 0.
   *
   * @param counts number of training examples of each class
   */
  public float[] weights(int[] counts) {
    float[] weights = new float[counts.length];
    double sum = 0;
    int present = 0;
    for (int count : counts) {
      sum += count > 0 ? 1.0 / count : 0;
      present += count > 0 ? 1 : 0;
    }
    for (int c = 0; c < counts.length; c++) {
      weights[c] =
          switch (kind) {
            case NONE -> 1;
            case BALANCED -> counts[c] > 0 ? (float) (present / sum / counts[c]) : 0;
            case GIVEN -> given.get(c).floatValue();
          };
    }
    return weights;
  }

  /** As it stands in YAML. */
  @JsonValue
  Object toYaml() {
    return kind == Kind.GIVEN ? given : kind.name().toLowerCase(Locale.ROOT);
  }
}
