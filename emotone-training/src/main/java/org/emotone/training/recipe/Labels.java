package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.label.Labelling;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an experiment; the {@code labels} section: either the id of a stock scheme, or
 * classes in order with the words that belong to them.
 *
 * @param scheme id of a stock scheme, null for own classes
 * @param by what of a clip the words are; the emotion for a stock scheme
 * @param classes own classes in order, empty for a stock scheme
 * @param map from a word, such as an emotion's id, to one of the own classes; words that stand
 *     neither here nor in the shares are dropped
 * @param shares from a word to the shares of several own classes, which add up to 1
 */
public record Labels(
    @Nullable String scheme,
    LabelBy by,
    List<String> classes,
    Map<String, String> map,
    Map<String, Map<String, Double>> shares) {

  /** Copies the collections and checks that the scheme can be made. */
  public Labels {
    classes = List.copyOf(classes);
    map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
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
    return new Labels(scheme, LabelBy.EMOTION, List.of(), Map.of(), Map.of());
  }

  /**
   * A stock scheme or own classes.
   *
   * @param scheme id of a stock scheme; then there is nothing else
   * @param by what the words of map and shares are: {@code emotion}, which it is when left out,
   *     {@code sex}, {@code sexAndEmotion}, {@code intensity}, {@code nativeLabel} or {@code speaker}
   * @param classes in order, at least two
   * @param map from a word to a class; a class that is itself a word needs no entry for it
   * @param shares from a word to the shares of classes
   */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public static Labels of(
      @JsonProperty("scheme") @Nullable String scheme,
      @JsonProperty("by") @Nullable String by,
      @JsonProperty("classes") @Nullable List<String> classes,
      @JsonProperty("map") @Nullable Map<String, String> map,
      @JsonProperty("shares") @Nullable Map<String, Map<String, Double>> shares) {
    if (scheme != null) {
      if (by != null || classes != null || map != null || shares != null) {
        throw new IllegalArgumentException("scheme must stand alone");
      }
      return of(scheme);
    }
    if (classes == null || classes.size() < 2) {
      throw new IllegalArgumentException("classes must be a list of at least two names");
    }
    if (classes.stream().distinct().count() != classes.size()) {
      throw new IllegalArgumentException("classes must differ, were " + classes);
    }
    LabelBy what = by == null ? LabelBy.EMOTION : LabelBy.of(by);
    Map<String, Map<String, Double>> shared = shares == null ? Map.of() : shares;
    Map<String, String> given = map == null ? Map.of() : map;
    Map<String, String> complete = complete(what, classes, given, shared);
    check(what, classes, given, shared);
    for (String name : classes) {
      if (!complete.containsValue(name)
          && shared.values().stream().noneMatch(of -> of.containsKey(name))) {
        throw new IllegalArgumentException("map leads nothing to the class '" + name + "'");
      }
    }
    Labels labels = new Labels(null, what, classes, complete, shared);
    labels.toScheme();
    return labels;
  }

  /** The words with a fixed meaning; empty where corpora have words of their own. */
  private static List<String> words(LabelBy by) {
    List<String> emotions = Arrays.stream(Emotion.values()).map(Emotion::id).toList();
    List<String> sexes = Arrays.stream(Sex.values()).map(Sex::id).toList();
    return switch (by) {
      case EMOTION -> emotions;
      case SEX -> sexes;
      case SEX_AND_EMOTION ->
          sexes.stream().flatMap(sex -> emotions.stream().map(e -> sex + "-" + e)).toList();
      case INTENSITY, NATIVE_LABEL, SPEAKER -> List.of();
    };
  }

  /** The map with the classes that stand for themselves. */
  private static Map<String, String> complete(
      LabelBy by,
      List<String> classes,
      Map<String, String> map,
      Map<String, Map<String, Double>> shares) {
    Map<String, String> complete = new LinkedHashMap<>(map);
    List<String> words = words(by);
    for (String name : words.isEmpty() ? classes : words) {
      boolean free = !map.containsKey(name) && !shares.containsKey(name);
      if (free && classes.contains(name) && (!words.isEmpty() || !map.containsValue(name))) {
        complete.put(name, name);
      }
    }
    return complete;
  }

  private static void check(
      LabelBy by,
      List<String> classes,
      Map<String, String> map,
      Map<String, Map<String, Double>> shares) {
    map.forEach(
        (word, name) -> {
          checkWord("map", by, word);
          checkClass("map", classes, name);
        });
    shares.forEach(
        (word, of) -> {
          checkWord("shares", by, word);
          of.keySet().forEach(name -> checkClass("shares", classes, name));
          if (map.containsKey(word)) {
            throw new IllegalArgumentException("shares has '" + word + "', which map has, too");
          }
        });
  }

  private static void checkWord(String key, LabelBy by, String word) {
    List<String> known = words(by);
    if (!known.isEmpty() && !known.contains(word)) {
      throw new IllegalArgumentException(
          "%s has no %s '%s'%s allowed: %s"
              .formatted(
                  key,
                  by == LabelBy.SEX_AND_EMOTION ? "sex and emotion" : by.id(),
                  word,
                  Suggestion.words(word, known),
                  String.join(", ", known)));
    }
  }

  private static void checkClass(String key, List<String> classes, String name) {
    if (!classes.contains(name)) {
      throw new IllegalArgumentException(
          key + " leads to '" + name + "', which is not among the classes " + classes);
    }
  }

  /** The scheme that this stands for. */
  public LabelScheme toScheme() {
    if (scheme != null) {
      return LabelScheme.of(scheme);
    }
    Map<String, Map<String, Double>> table = new TreeMap<>(shares);
    map.forEach((word, name) -> table.put(word, Map.of(name, 1.0)));
    return new LabelScheme("own", classes, new Labelling(by, table));
  }

  /** As it stands in YAML: a word, or classes and map. */
  @JsonValue
  Object toYaml() {
    if (scheme != null) {
      return scheme;
    }
    Map<String, Object> own = new LinkedHashMap<>();
    if (by != LabelBy.EMOTION) {
      own.put("by", by.id());
    }
    own.put("classes", classes);
    own.put("map", map);
    if (!shares.isEmpty()) {
      own.put("shares", shares);
    }
    return own;
  }
}
