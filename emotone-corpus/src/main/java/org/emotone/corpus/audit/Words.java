package org.emotone.corpus.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts and lists as people write them. */
final class Words {

  private static final int LISTED = 8;

  private Words() {}

  /** {@code 1 clip}, {@code 2 clips}. */
  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** The first of some things, each behind a word, and how many more there are. */
  static String list(List<String> things, String each) {
    String first =
        things.stream().limit(LISTED).map(each::concat).collect(Collectors.joining(", "));
    return things.size() <= LISTED ? first : first + " and " + (things.size() - LISTED) + " more";
  }

  /** {@code neutral 96, calm 192}. */
  static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
