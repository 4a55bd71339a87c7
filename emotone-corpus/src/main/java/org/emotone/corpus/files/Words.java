package org.emotone.corpus.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;

/** Words of lists and of people for what this project has names for. */
public final class Words {

  private static final Map<String, Sex> SEXES =
      Map.of(
          "f", Sex.FEMALE,
          "female", Sex.FEMALE,
          "woman", Sex.FEMALE,
          "w", Sex.FEMALE,
          "m", Sex.MALE,
          "male", Sex.MALE,
          "man", Sex.MALE);
  private static final Map<String, Emotion> EMOTIONS = emotions();

  /** Most letters that a mistyped word differs in from the one suggested. */
  private static final int MISTYPED = 2;

  private Words() {}

  private static Map<String, Emotion> emotions() {
    Map<String, Emotion> words = new HashMap<>();
    for (Emotion emotion : Emotion.values()) {
      words.put(emotion.id(), emotion);
    }
    words.put("anger", Emotion.ANGRY);
    words.put("bored", Emotion.BOREDOM);
    words.put("disgusted", Emotion.DISGUST);
    words.put("fearful", Emotion.FEAR);
    words.put("happiness", Emotion.HAPPY);
    words.put("joy", Emotion.HAPPY);
    words.put("neutrality", Emotion.NEUTRAL);
    words.put("sadness", Emotion.SAD);
    words.put("surprised", Emotion.SURPRISE);
    return words;
  }

  /** The sex that a word states, empty for any other word. */
  public static Optional<Sex> sex(String word) {
    return Optional.ofNullable(SEXES.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  /** The emotion that an English word names, empty for any other word. */
  public static Optional<Emotion> emotion(String word) {
    return Optional.ofNullable(EMOTIONS.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  /** All words that name an emotion. */
  public static Set<String> forEmotions() {
    return new TreeSet<>(EMOTIONS.keySet());
  }

  /** The word that someone may have meant, empty if none is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT)) <= MISTYPED)
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(typed, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance: how many letters must be put in, taken out or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
