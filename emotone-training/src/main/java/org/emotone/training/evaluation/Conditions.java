package org.emotone.training.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How figures were obtained, without which they mean nothing.
 *
 * @param model name of what was measured
 * @param corpora ids of the corpora that the clips come from
 * @param protocol how training and test clips were kept apart, in words
 * @param overlap what training and test share, in words with counts
 * @param sharedSpeakers number of test speakers that training heard; −1 if not known
 * @param dropped how many clips of each label were left out because the model has no class for it
 * @param unreadable how many clips could not be read
 * @param seed of the run
 */
public record Conditions(
    String model,
    List<String> corpora,
    String protocol,
    String overlap,
    int sharedSpeakers,
    Map<String, Integer> dropped,
    int unreadable,
    long seed) {

  /** Copies the collections. */
  public Conditions {
    corpora = List.copyOf(corpora);
    dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
  }

  /** Number of clips that were left out. */
  public int droppedClips() {
    return dropped.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What was left out, in words, such as {@code 81 boredom, 12 calm}. */
  public String droppedWords() {
    return dropped.entrySet().stream()
        .map(label -> label.getValue() + " " + label.getKey())
        .collect(Collectors.joining(", "));
  }
}
