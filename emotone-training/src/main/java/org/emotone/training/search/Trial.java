package org.emotone.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A combination that was tried.
 *
 * @param number from 1
 * @param values by their places in the recipe
 * @param epochs that it was trained for, at most
 * @param score its figure on the validation; null if it failed
 * @param failure why it has no score, in one line; null if it has
 */
public record Trial(
    int number,
    Map<String, JsonNode> values,
    int epochs,
    @Nullable Double score,
    @Nullable String failure) {

  /** Copies the map. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The name of its run. */
  public String name() {
    return name(number);
  }

  static String name(int number) {
    return "trial-%04d".formatted(number);
  }
}
