package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes in which an answer is given: the model's own, or fewer, whose probabilities are sums
 * of those of the model.
 */
public enum ClassView {
  /** The model's own classes. */
  @JsonProperty("model")
  MODEL,

  /** Six classes: disgust counts as angry, calm as neutral, as in the ITC Fellow project (2020). */
  @JsonProperty("emotions6")
  EMOTIONS6,

  /** Valence: the soft map of the same project, and disgust and boredom as negative. */
  @JsonProperty("valence3")
  VALENCE3;

  private static final Map<String, Map<String, Double>> SIX =
      Map.of(
          "angry", Map.of("angry", 1.0),
          "disgust", Map.of("angry", 1.0),
          "fear", Map.of("fear", 1.0),
          "happy", Map.of("happy", 1.0),
          "neutral", Map.of("neutral", 1.0),
          "calm", Map.of("neutral", 1.0),
          "sad", Map.of("sad", 1.0),
          "surprise", Map.of("surprise", 1.0));

  private static final Map<String, Map<String, Double>> VALENCE =
      Map.of(
          "happy", Map.of("positive", 1.0),
          "surprise", Map.of("positive", 0.5, "neutral", 0.5),
          "neutral", Map.of("neutral", 1.0),
          "calm", Map.of("neutral", 1.0),
          "sad", Map.of("neutral", 0.5, "negative", 0.5),
          "angry", Map.of("negative", 1.0),
          "fear", Map.of("negative", 1.0),
          "disgust", Map.of("negative", 1.0),
          "boredom", Map.of("negative", 1.0));

  /** Which shares of the probability of a model's class go to which classes of this view. */
  private Map<String, Map<String, Double>> shares() {
    return switch (this) {
      case MODEL -> Map.of();
      case EMOTIONS6 -> SIX;
      case VALENCE3 -> VALENCE;
    };
  }

  /** The name by which clients choose it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view of this name; empty if there is none. */
  public static Optional<ClassView> byId(@Nullable String id) {
    return Arrays.stream(values()).filter(view -> view.id().equals(id)).findFirst();
  }

  /**
   * Whether a model with these classes can be looked at so: the view knows each, and each of its
   * own has a source.
   */
  public boolean possible(List<String> classes) {
    if (this == MODEL) {
      return true;
    }
    Set<String> reached = new HashSet<>();
    for (String name : classes) {
      Map<String, Double> to = shares().get(name);
      if (to == null) {
        return false;
      }
      reached.addAll(to.keySet());
    }
    return reached.size() == classes(classes).size() && reached.size() <= classes.size();
  }

  /** The classes of this view of a model with these classes, in order. */
  public List<String> classes(List<String> model) {
    return switch (this) {
      case MODEL -> model;
      case EMOTIONS6 -> List.of("angry", "fear", "happy", "neutral", "sad", "surprise");
      case VALENCE3 -> List.of("positive", "neutral", "negative");
    };
  }

  /**
   * The probabilities in this view.
   *
   * @param model the model's classes
   * @param probabilities one for each, in their order
   * @return one for each of {@link #classes}, in their order, with the same sum
   */
  public List<Double> probabilities(List<String> model, List<Double> probabilities) {
    if (this == MODEL) {
      return probabilities;
    }
    Map<String, Double> sums = new LinkedHashMap<>();
    classes(model).forEach(name -> sums.put(name, 0.0));
    for (int i = 0; i < model.size(); i++) {
      double probability = probabilities.get(i);
      shares()
          .getOrDefault(model.get(i), Map.of())
          .forEach((name, share) -> sums.merge(name, share * probability, Double::sum));
    }
    return new ArrayList<>(sums.values());
  }
}
