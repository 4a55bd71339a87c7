package org.emotone.corpus.reader;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parts of one file's name say.
 *
 * @param texts text by the name of the part, as it is written in ids; parts that the name does not
 *     have are missing
 */
record Parts(Map<String, String> texts) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** Copies the map. */
  Parts {
    texts = Map.copyOf(texts);
  }

  /** Whether the name has a part. */
  boolean has(String part) {
    return texts.containsKey(part);
  }

  /** A part's text, which the name must have. */
  String text(String part) {
    String text = texts.get(part);
    if (text == null) {
      throw new IllegalStateException("the name has no part " + part);
    }
    return text;
  }

  /** A part as a whole number. */
  int number(String part) {
    return Integer.parseInt(text(part));
  }

  /** What a part stands for in a table that has all its texts. */
  <T> T in(Map<String, T> table, String part) {
    T value = table.get(text(part));
    if (value == null) {
      throw new IllegalStateException("the table has no " + part + " " + text(part));
    }
    return value;
  }

  /** A template with every {@code {part}} replaced by its text. */
  String fill(String template) {
    Matcher place = PLACE.matcher(template);
    return place.replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
  }
}
