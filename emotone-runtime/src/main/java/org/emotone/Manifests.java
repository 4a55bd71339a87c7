package org.emotone;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the texts, lists and numbers of a manifest are held to, and how a fault is worded. */
final class Manifests {

  private Manifests() {}

  static void inRange(String field, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          field + " must be from " + min + " to " + max + ", was " + value);
    }
  }

  /** Throws unless the text is there, of at most {@code longest} characters and printable. */
  static void text(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
    if (value.length() > longest) {
      throw new IllegalArgumentException(
          field + " must have at most " + longest + " characters, has " + value.length());
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          field + " must be on one line, without control characters");
    }
  }

  /** A copy of the texts after the check of each. */
  static List<String> texts(String field, @Nullable List<String> values, int fewest, int most) {
    if (values == null || values.size() < fewest || values.size() > most) {
      throw new IllegalArgumentException(
          field
              + " must have from "
              + fewest
              + " to "
              + most
              + " entries, has "
              + (values == null ? 0 : values.size()));
    }
    List<String> copy = new ArrayList<>(values);
    copy.forEach(value -> text(field, value, 100));
    return List.copyOf(copy);
  }

  /** The value, which must be there. */
  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " must not be null");
    }
    return value;
  }
}
