package org.emotone.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A combination to be tried.
 *
 * @param shares where in its range each value lies, in [0, 1)
 * @param values by their places in the recipe
 * @param epochs to be trained; 0 for as many as the recipe says
 */
record Candidate(List<Double> shares, Map<String, JsonNode> values, int epochs) {

  /** The values at shares of their ranges. */
  static Candidate at(Map<String, Range> space, List<Double> shares) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    int next = 0;
    for (Map.Entry<String, Range> range : space.entrySet()) {
      values.put(range.getKey(), range.getValue().at(shares.get(next++)));
    }
    return new Candidate(List.copyOf(shares), values, 0);
  }

  /** The same, trained for so many epochs. */
  Candidate withEpochs(int other) {
    return new Candidate(shares, values, other);
  }
}
