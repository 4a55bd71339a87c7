package org.emotone.corpus.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;

/**
 * The ordered classes of an experiment and which clips belong to which. Clips without a class are
 * left out of the experiment; {@link #select} counts them.
 *
 * @param id name of the scheme
 * @param classes the classes, in the order of a network's outputs
 * @param labelling which clips belong to which
 */
public record LabelScheme(String id, List<String> classes, Labelling labelling) {

  private static final List<LabelScheme> STOCK = StockSchemes.all();

  /**
   * Checks that the labelling gives just these classes.
   *
   * @throws IllegalArgumentException if not, or if there are fewer than two classes
   */
  public LabelScheme {
    classes = List.copyOf(classes);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' has %d; it needs at least 2".formatted(id, classes.size()));
    }
    TreeSet<String> named = new TreeSet<>(classes);
    if (named.size() < classes.size()) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' names a class twice: %s".formatted(id, classes));
    }
    SortedSet<String> used = labelling.classes();
    if (!used.equals(named)) {
      throw new IllegalArgumentException(
          "classes: label scheme '%s' has the classes %s, but its emotions map to %s"
              .formatted(id, named, used));
    }
  }

  /**
   * A scheme by emotions.
   *
   * @param classOf the class of each emotion that takes part
   * @throws IllegalArgumentException if a class has no emotion, an emotion's class does not exist,
   *     or there are fewer than two classes
   */
  public LabelScheme(String id, List<String> classes, Map<Emotion, String> classOf) {
    this(id, classes, Labelling.byEmotion(classOf));
  }

  /** The schemes that have a name. */
  public static List<LabelScheme> stock() {
    return STOCK;
  }

  /**
   * The stock scheme with an id.
   *
   * <ul>
   *   <li>{@code emotions8} RAVDESS' in its order; {@code emotions7} calm counts as neutral; {@code
   *       emotions6} CREMA-D's; {@code emotions5} those without disgust; {@code emotions4} angry,
   *       happy, neutral, sad; {@code emodb7}; {@code all9}
   *   <li>{@code valence3} positive (happy), negative (angry, fear, disgust, sad, boredom), neutral
   *       (neutral, calm); surprise, which is either, takes no part
   *   <li>{@code valence3-soft} the soft map of the ITC Fellow project of 2020: surprise is half
   *       positive, half neutral, sadness half negative, half neutral
   *   <li>{@code valence2} positive and negative as in {@code valence3}
   *   <li>{@code sex}; {@code sexEmotions10} (angry, calm, fear, happy, sad), {@code sexEmotions12}
   *       (and neutral), {@code sexEmotions14} (as {@code emotions7}), {@code sexEmotions16} (as
   *       {@code emotions8}): first all of the women, then all of the men
   *   <li>{@code intensity} low, normal, high, from the corpora's own words; clips without any take
   *       no part
   * </ul>
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
    classOfEmotion.forEach((emotion, name) -> classOf.put(Emotion.of(emotion), name));
    return new LabelScheme(id, classesOf(classOfEmotion), classOf);
  }

  /**
   * A scheme from labels as the corpus writes them to classes, in the order in which the map first
   * names them.
   *
   * @throws IllegalArgumentException if there are fewer than two classes
   */
  public static LabelScheme customNative(String id, Map<String, String> classOfLabel) {
    return new LabelScheme(
        id, classesOf(classOfLabel), Labelling.of(LabelBy.NATIVE_LABEL, classOfLabel));
  }

  private static List<String> classesOf(Map<String, String> map) {
    return map.values().stream().distinct().toList();
  }

  /**
   * The class of each word that this goes by, as a manifest keeps it: of a soft scheme the class
   * with the largest share, the first in order if several have it. A scheme that is made of it
   * again gives every clip the same {@link #indexOf}.
   */
  public Map<String, String> table() {
    Map<String, String> table = new TreeMap<>();
    labelling
        .sharesOf()
        .forEach((word, shares) -> table.put(word, classes.get(best(shares).orElseThrow())));
    return Collections.unmodifiableMap(table);
  }

  /** Whether a clip may belong to several classes in shares. */
  public boolean soft() {
    return labelling.soft();
  }

  /**
   * Index of an utterance's class in {@link #classes}, empty if it takes no part. Of a soft scheme
   * the class with the largest share, the first in order if several have it.
   */
  public OptionalInt indexOf(Utterance utterance) {
    return best(labelling.shares(utterance));
  }

  private OptionalInt best(Map<String, Double> shares) {
    int best = -1;
    for (int i = 0; i < classes.size(); i++) {
      if (shares.getOrDefault(classes.get(i), 0.0)
          > (best < 0 ? 0 : shares.getOrDefault(classes.get(best), 0.0))) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /**
   * What a network should answer to an utterance: the share of each class, in their order, adding
   * up to 1; empty if it takes no part. Of a scheme that is not soft one class has all.
   */
  public Optional<double[]> targets(Utterance utterance) {
    Map<String, Double> shares = labelling.shares(utterance);
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of(
            classes.stream().mapToDouble(name -> shares.getOrDefault(name, 0.0)).toArray());
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
      Map<Emotion, Integer> ordered = new EnumMap<>(Emotion.class);
      ordered.putAll(dropped);
      dropped = Collections.unmodifiableMap(ordered);
    }

    /** How many were dropped in all. */
    public int droppedCount() {
      return dropped.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
