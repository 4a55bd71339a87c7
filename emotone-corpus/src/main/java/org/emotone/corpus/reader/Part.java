package org.emotone.corpus.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One part of a file's name, such as its emotion: a named group of {@link CodedNames}' pattern,
 * which texts it may hold, and how it is written in ids.
 */
final class Part {

  private final String name;
  private final Check check;

  /** Gives the text as it is written in ids. */
  @FunctionalInterface
  private interface Check {
    String canonical(String text) throws UnreadableName;
  }

  private Part(String name, Check check) {
    this.name = name;
    this.check = check;
  }

  /** Any text, in lower case. */
  static Part text(String name) {
    return new Part(name, text -> text.toLowerCase(Locale.ROOT));
  }

  /** Any text, in upper case. */
  static Part upper(String name) {
    return new Part(name, text -> text.toUpperCase(Locale.ROOT));
  }

  /** One of some words, in any case; ids have them as given here. */
  static Part words(String name, String... words) {
    SortedMap<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String word : words) {
      known.put(word, word);
    }
    return new Part(
        name,
        text -> {
          String word = known.get(text);
          if (word == null) {
            throw UnreadableName.code(name, text, List.of(words));
          }
          return word;
        });
  }

  /** One of the keys of a table. */
  static Part words(String name, Map<String, ?> table) {
    return words(name, new ArrayList<>(table.keySet()).toArray(String[]::new));
  }

  /** A whole number in a range, in ids with as many digits as the name has. */
  static Part number(String name, int min, int max) {
    return new Part(
        name,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            String width = "%0" + text.length() + "d";
            throw UnreadableName.because(
                "%s %s is not one of %s to %s"
                    .formatted(name, text, width.formatted(min), width.formatted(max)));
          }
          return text;
        });
  }

  String name() {
    return name;
  }

  /**
   * The text as it is written in ids.
   *
   * @throws UnreadableName if this part cannot hold it
   */
  String canonical(String text) throws UnreadableName {
    return check.canonical(text);
  }
}
