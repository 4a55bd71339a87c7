package org.emotone.corpus.label;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.jspecify.annotations.Nullable;

/** How a label scheme gives classes to clips. */
public sealed interface Labelling {

  /**
   * The classes of a clip, each with its share; the shares add up to 1. Empty if the clip takes no
   * part.
   */
  Map<String, Double> shares(Utterance utterance);

  /** All classes that it can give, sorted. */
  SortedSet<String> classes();

  /**
   * One class for each emotion that takes part.
   *
   * @param classOf class by emotion
   */
  record ByEmotion(Map<Emotion, String> classOf) implements Labelling {

    /** Copies the map. */
    public ByEmotion {
      classOf = ordered(classOf);
    }

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      return one(classOf.get(utterance.emotion()));
    }

    @Override
    public SortedSet<String> classes() {
      return new TreeSet<>(classOf.values());
    }
  }

  /**
   * Shares of several classes for each emotion that takes part.
   *
   * @param sharesOf shares by class, by emotion; those of an emotion add up to 1
   */
  record Soft(Map<Emotion, Map<String, Double>> sharesOf) implements Labelling {

    private static final double TOLERANCE = 1e-9;

    /**
     * Checks and copies the map.
     *
     * @throws IllegalArgumentException if shares are negative or do not add up to 1
     */
    public Soft {
      Map<Emotion, Map<String, Double>> copy = new EnumMap<>(Emotion.class);
      sharesOf.forEach(
          (emotion, shares) -> {
            double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
            if (shares.values().stream().anyMatch(share -> !(share >= 0))
                || Math.abs(sum - 1) > TOLERANCE) {
              throw new IllegalArgumentException(
                  "shares: those of %s are %s; allowed are shares from 0 that add up to 1"
                      .formatted(emotion.id(), shares));
            }
            copy.put(emotion, Collections.unmodifiableMap(new LinkedHashMap<>(shares)));
          });
      sharesOf = Collections.unmodifiableMap(copy);
    }

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      return sharesOf.getOrDefault(utterance.emotion(), Map.of());
    }

    @Override
    public SortedSet<String> classes() {
      return sharesOf.values().stream()
          .flatMap(shares -> shares.keySet().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The sex of the speaker: {@code female}, {@code male}. */
  record BySex() implements Labelling {

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      Sex sex = utterance.sex();
      return sex == null ? Map.of() : Map.of(sex.id(), 1.0);
    }

    @Override
    public SortedSet<String> classes() {
      TreeSet<String> classes = new TreeSet<>();
      for (Sex sex : Sex.values()) {
        classes.add(sex.id());
      }
      return classes;
    }
  }

  /**
   * Sex and emotion together, such as {@code female-angry}.
   *
   * @param classOf the second half by emotion
   */
  record BySexAndEmotion(Map<Emotion, String> classOf) implements Labelling {

    /** Copies the map. */
    public BySexAndEmotion {
      classOf = ordered(classOf);
    }

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      Sex sex = utterance.sex();
      String emotion = classOf.get(utterance.emotion());
      return sex == null || emotion == null ? Map.of() : Map.of(name(sex, emotion), 1.0);
    }

    @Override
    public SortedSet<String> classes() {
      TreeSet<String> classes = new TreeSet<>();
      for (Sex sex : Sex.values()) {
        classOf.values().forEach(emotion -> classes.add(name(sex, emotion)));
      }
      return classes;
    }

    static String name(Sex sex, String emotion) {
      return sex.id() + "-" + emotion;
    }
  }

  /**
   * The strength of the emotion.
   *
   * @param classOf class by the corpora's own words, in lower case
   */
  record ByIntensity(Map<String, String> classOf) implements Labelling {

    /** Copies the map. */
    public ByIntensity {
      classOf = Collections.unmodifiableMap(new TreeMap<>(classOf));
    }

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      String intensity = utterance.intensity();
      return intensity == null ? Map.of() : one(classOf.get(intensity.toLowerCase(Locale.ROOT)));
    }

    @Override
    public SortedSet<String> classes() {
      return new TreeSet<>(classOf.values());
    }
  }

  /**
   * The label as the corpus writes it, for labels that {@link Emotion} has no name for.
   *
   * @param classOf class by native label
   */
  record ByNativeLabel(Map<String, String> classOf) implements Labelling {

    /** Copies the map. */
    public ByNativeLabel {
      classOf = Collections.unmodifiableMap(new TreeMap<>(classOf));
    }

    @Override
    public Map<String, Double> shares(Utterance utterance) {
      return one(classOf.get(utterance.nativeLabel()));
    }

    @Override
    public SortedSet<String> classes() {
      return new TreeSet<>(classOf.values());
    }
  }

  private static Map<String, Double> one(@Nullable String name) {
    return name == null ? Map.of() : Map.of(name, 1.0);
  }

  private static <T> Map<Emotion, T> ordered(Map<Emotion, T> map) {
    Map<Emotion, T> ordered = new EnumMap<>(Emotion.class);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }
}
