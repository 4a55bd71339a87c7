package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.label.LabelScheme;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an experiment; the {@code labels} section: either the id of a stock scheme, or
 * classes in order with the emotions that belong to them.
 *
 * @param scheme id of a stock scheme, null for own classes
 * @param classes own classes in order, empty for a stock scheme
 * @param map from an emotion's id to one of the own classes; emotions that are not in it are
 *     dropped
 */
public record Labels(@Nullable String scheme, List<String> classes, Map<String, String> map) {

  /** Copies the collections. */
  public Labels {
    classes = List.copyOf(classes);
    map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A stock scheme. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Labels of(String scheme) {
    List<String> known = LabelScheme.stock().stream().map(LabelScheme::id).toList();
    if (!known.contains(scheme)) {
      String hint = Suggestion.words(scheme, known);
      throw new IllegalArgumentException(
          "there is no scheme '"
              + scheme
              + "'"
              + (hint.isEmpty() ? "; " : hint + " ")
              + "allowed: "
              + String.join(", ", known)
              + ", or own classes and a map");
    }
    return new Labels(scheme, List.of(), Map.of());
  }

  /**
   * A stock scheme or own classes.
   *
   * @param scheme id of a stock scheme; then there is nothing else
   * @param classes in order, at least two
   * @param map from an emotion's id to a class; a class that is itself an emotion's id needs no
   *     entry for it
   */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public static Labels of(
      @JsonProperty("scheme") @Nullable String scheme,
      @JsonProperty("classes") @Nullable List<String> classes,
      @JsonProperty("map") @Nullable Map<String, String> map) {
    if (scheme != null) {
      if (classes != null || map != null) {
        throw new IllegalArgumentException("scheme must stand alone, without classes and map");
      }
      return of(scheme);
    }
    if (classes == null || classes.size() < 2) {
      throw new IllegalArgumentException("classes must be a list of at least two names");
    }
    if (classes.stream().distinct().count() != classes.size()) {
      throw new IllegalArgumentException("classes must differ, were " + classes);
    }
    Map<String, String> complete = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      @Nullable String own = map == null ? null : map.get(emotion.id());
      if (own != null || classes.contains(emotion.id())) {
        complete.put(emotion.id(), own == null ? emotion.id() : own);
      }
    }
    check(classes, map == null ? Map.of() : map, complete);
    return new Labels(null, classes, complete);
  }

  private static void check(
      List<String> classes, Map<String, String> map, Map<String, String> complete) {
    for (Map.Entry<String, String> entry : map.entrySet()) {
      if (!complete.containsKey(entry.getKey())) {
        List<String> emotions = Arrays.stream(Emotion.values()).map(Emotion::id).toList();
        throw new IllegalArgumentException(
            "map has no emotion '"
                + entry.getKey()
                + "'"
                + Suggestion.words(entry.getKey(), emotions)
                + " allowed: "
                + String.join(", ", emotions));
      }
      if (!classes.contains(entry.getValue())) {
        throw new IllegalArgumentException(
            "map leads to '" + entry.getValue() + "', which is not among the classes " + classes);
      }
    }
    for (String name : classes) {
      if (!complete.containsValue(name)) {
        throw new IllegalArgumentException("map leads nothing to the class '" + name + "'");
      }
    }
  }

  /** The scheme that this stands for. */
  public LabelScheme toScheme() {
    if (scheme != null) {
      return LabelScheme.of(scheme);
    }
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    map.forEach((emotion, name) -> classOf.put(Emotion.of(emotion), name));
    return new LabelScheme("own", classes, classOf);
  }

  /** As it stands in YAML: a word, or classes and map. */
  @JsonValue
  Object toYaml() {
    if (scheme != null) {
      return scheme;
    }
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("classes", classes);
    own.put("map", map);
    return own;
  }
}
