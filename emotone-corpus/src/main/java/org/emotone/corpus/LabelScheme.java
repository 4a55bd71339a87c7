package org.emotone.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The ordered classes of an experiment and which emotion belongs to which. Emotions that the map
 * does not name are left out of the experiment; {@link #select} counts them.
 *
 * @param id name of the scheme
 * @param classes the classes, in the order of a network's outputs
 * @param classOf the class of each emotion that takes part
 */
public record LabelScheme(String id, List<String> classes, Map<Emotion, String> classOf) {

  private static final List<Emotion> RAVDESS_ORDER =
      List.of(
          Emotion.NEUTRAL,
          Emotion.CALM,
          Emotion.HAPPY,
          Emotion.SAD,
          Emotion.ANGRY,
          Emotion.FEAR,
          Emotion.DISGUST,
          Emotion.SURPRISE);

  private static final List<LabelScheme> STOCK =
      List.of(
          plain("emotions8", RAVDESS_ORDER),
          calmIsNeutral(),
          plain(
              "emotions6",
              List.of(
                  Emotion.ANGRY,
                  Emotion.DISGUST,
                  Emotion.FEAR,
                  Emotion.HAPPY,
                  Emotion.NEUTRAL,
                  Emotion.SAD)),
          plain(
              "emodb7",
              List.of(
                  Emotion.ANGRY,
                  Emotion.BOREDOM,
                  Emotion.DISGUST,
                  Emotion.FEAR,
                  Emotion.HAPPY,
                  Emotion.NEUTRAL,
                  Emotion.SAD)),
          plain("emotions4", List.of(Emotion.ANGRY, Emotion.HAPPY, Emotion.NEUTRAL, Emotion.SAD)),
          plain("all9", with(RAVDESS_ORDER, Emotion.BOREDOM)));

  /**
   * Checks that every class has an emotion and every emotion's class exists.
   *
   * @throws IllegalArgumentException if not, or if there are fewer than two classes
   */
  public LabelScheme {
    classes = List.copyOf(classes);
    classOf = ordered(classOf);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' has %d; it needs at least 2".formatted(id, classes.size()));
    }
    TreeSet<String> named = new TreeSet<>(classes);
    if (named.size() < classes.size()) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' names a class twice: %s".formatted(id, classes));
    }
    TreeSet<String> used = new TreeSet<>(classOf.values());
    if (!used.equals(named)) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' has the classes %s, but its emotions map to %s"
              .formatted(id, named, used));
    }
  }

  /** The schemes that have a name. */
  public static List<LabelScheme> stock() {
    return STOCK;
  }

  /**
   * The stock scheme with an id: {@code emotions8} (RAVDESS), {@code emotions7} (calm counts as
   * neutral), {@code emotions6} (CREMA-D), {@code emodb7}, {@code emotions4}, {@code all9}.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static LabelScheme of(String id) {
    return STOCK.stream()
        .filter(scheme -> scheme.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no label scheme is called '%s'; there are %s"
                        .formatted(id, String.join(", ", STOCK.stream().map(s -> s.id).toList()))));
  }

  /**
   * A scheme from ids of emotions to classes; the classes take the order in which the map first
   * names them.
   *
   * @throws IllegalArgumentException if an emotion does not exist or there are fewer than two
   *     classes
   */
  public static LabelScheme custom(String id, Map<String, String> classOfEmotion) {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    List<String> classes = new ArrayList<>();
    classOfEmotion.forEach(
        (emotion, name) -> {
          classOf.put(Emotion.of(emotion), name);
          if (!classes.contains(name)) {
            classes.add(name);
          }
        });
    return new LabelScheme(id, classes, classOf);
  }

  /** Index of an utterance's class in {@link #classes}, empty if its emotion takes no part. */
  public OptionalInt indexOf(Utterance utterance) {
    String name = classOf.get(utterance.emotion());
    return name == null ? OptionalInt.empty() : OptionalInt.of(classes.indexOf(name));
  }

  /** Divides utterances into those that take part and, counted by emotion, those that do not. */
  public Selection select(List<Utterance> utterances) {
    List<Utterance> kept = new ArrayList<>();
    Map<Emotion, Integer> dropped = new EnumMap<>(Emotion.class);
    for (Utterance utterance : utterances) {
      if (indexOf(utterance).isPresent()) {
        kept.add(utterance);
      } else {
        dropped.merge(utterance.emotion(), 1, Integer::sum);
      }
    }
    return new Selection(kept, dropped);
  }

  /**
   * What a scheme makes of utterances.
   *
   * @param kept those that have a class, in their order
   * @param dropped how many of each emotion have none
   */
  public record Selection(List<Utterance> kept, Map<Emotion, Integer> dropped) {

    /** Copies the collections. */
    public Selection {
      kept = List.copyOf(kept);
      dropped = ordered(dropped);
    }

    /** How many were dropped in all. */
    public int droppedCount() {
      return dropped.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static <T> Map<Emotion, T> ordered(Map<Emotion, T> map) {
    Map<Emotion, T> ordered = new EnumMap<>(Emotion.class);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }

  private static LabelScheme plain(String id, List<Emotion> emotions) {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    emotions.forEach(emotion -> classOf.put(emotion, emotion.id()));
    return new LabelScheme(id, emotions.stream().map(Emotion::id).toList(), classOf);
  }

  private static LabelScheme calmIsNeutral() {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    RAVDESS_ORDER.forEach(emotion -> classOf.put(emotion, emotion.id()));
    classOf.put(Emotion.CALM, Emotion.NEUTRAL.id());
    return new LabelScheme("emotions7", List.copyOf(new TreeSet<>(classOf.values())), classOf);
  }

  private static List<Emotion> with(List<Emotion> emotions, Emotion more) {
    List<Emotion> all = new ArrayList<>(emotions);
    all.add(more);
    return all;
  }
}
