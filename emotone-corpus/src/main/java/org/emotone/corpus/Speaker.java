package org.emotone.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Someone who speaks in some clips.
 *
 * @param name such as {@code ravdess:07}
 * @param corpus the corpus; of several (RAVDESS speech and song) the first by name
 * @param sex {@code female}, {@code male} or {@code unknown}
 */
public record Speaker(String name, String corpus, String sex) {

  /** The speakers of clips, sorted by name. */
  public static List<Speaker> of(Collection<Utterance> utterances) {
    Map<String, Speaker> speakers = new TreeMap<>();
    for (Utterance utterance : utterances) {
      Utterance.Sex sex = utterance.sex();
      speakers.merge(
          utterance.speaker(),
          new Speaker(utterance.speaker(), utterance.corpus(), sex == null ? "unknown" : sex.id()),
          (a, b) -> a.corpus.compareTo(b.corpus) <= 0 ? a : b);
    }
    return List.copyOf(speakers.values());
  }

  /** Their names. */
  public static Set<String> names(Collection<Utterance> utterances) {
    return utterances.stream()
        .map(Utterance::speaker)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Groups in which speakers may be swapped: the same corpus and sex. */
  public static Map<String, List<Speaker>> byCorpusAndSex(Collection<Speaker> speakers) {
    Map<String, List<Speaker>> groups = new TreeMap<>();
    for (Speaker speaker : speakers) {
      groups
          .computeIfAbsent(speaker.corpus + ":" + speaker.sex, group -> new ArrayList<>())
          .add(speaker);
    }
    return groups;
  }

  /**
   * Checks that speakers exist.
   *
   * @throws IllegalArgumentException naming the first that does not, and those that there are
   */
  public static void checkKnown(Collection<String> names, Set<String> known, String where) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "speaker '%s' is not in the %s; there are %s".formatted(name, where, list(known)));
      }
    }
  }

  private static final int LISTED = 30;

  /** Names on one line, with a count in place of the last ones where there are many. */
  public static String list(Collection<String> names) {
    String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
  }
}
