package org.emotone.corpus.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;

/**
 * How a label scheme gives classes to clips: a table of shares. Clips whose word it does not name
 * have no class.
 *
 * @param by what of a clip is looked up
 * @param sharesOf the classes of each word with their shares, from 0, which add up to 1
 */
public record Labelling(LabelBy by, Map<String, Map<String, Double>> sharesOf) {

  private static final double TOLERANCE = 1e-9;

  /**
   * Checks and copies the table.
   *
   * @throws IllegalArgumentException if shares are negative or do not add up to 1
   */
  public Labelling {
    Map<String, Map<String, Double>> copy = new TreeMap<>();
    sharesOf.forEach(
        (word, shares) -> {
          double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
          if (shares.values().stream().anyMatch(share -> !(share >= 0))
              || Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                "shares: those of %s are %s; allowed are shares from 0 that add up to 1"
                    .formatted(word, shares));
          }
          copy.put(word, Collections.unmodifiableMap(new LinkedHashMap<>(shares)));
        });
    sharesOf = Collections.unmodifiableMap(copy);
  }

  /** One class for each word. */
  public static Labelling of(LabelBy by, Map<String, String> classOf) {
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    classOf.forEach((word, name) -> shares.put(word, Map.of(name, 1.0)));
    return new Labelling(by, shares);
  }

  /** One class for each emotion that takes part. */
  public static Labelling byEmotion(Map<Emotion, String> classOf) {
    return of(
        LabelBy.EMOTION,
        classOf.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue)));
  }

  /**
   * Shares of several classes for each emotion that takes part.
   *
   * @throws IllegalArgumentException if shares are negative or do not add up to 1
   */
  public static Labelling soft(Map<Emotion, Map<String, Double>> sharesOf) {
    return new Labelling(
        LabelBy.EMOTION,
        sharesOf.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue)));
  }

  /** The classes of a clip, each with its share; empty if the clip takes no part. */
  public Map<String, Double> shares(Utterance clip) {
    return by.wordOf(clip).map(word -> sharesOf.getOrDefault(word, Map.of())).orElse(Map.of());
  }

  /** All classes that it can give, sorted. */
  public SortedSet<String> classes() {
    return sharesOf.values().stream()
        .flatMap(shares -> shares.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a clip may belong to several classes in shares. */
  public boolean soft() {
    return sharesOf.values().stream()
        .flatMap(shares -> shares.values().stream())
        .anyMatch(share -> share > 0 && share < 1);
  }
}
