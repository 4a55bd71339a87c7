package org.emotone.training.classical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much two ways to group the same things have in common. */
public final class Agreement {

  private Agreement() {}

  /**
   * Mutual information over the mean of both entropies: 0 for ways that know nothing of each other,
   * 1 for the same (Strehl and Ghosh, 2002, with the arithmetic mean).
   *
   * @param a group of each thing
   * @param b group of each thing, as many
   */
  public static double normalisedInformation(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(a.size() + " things, and " + b.size());
    }
    Map<Object, Double> ofA = new HashMap<>();
    Map<Object, Double> ofB = new HashMap<>();
    Map<List<Object>, Double> ofBoth = new HashMap<>();
    double share = 1.0 / a.size();
    for (int i = 0; i < a.size(); i++) {
      ofA.merge(a.get(i), share, Double::sum);
      ofB.merge(b.get(i), share, Double::sum);
      ofBoth.merge(List.of(a.get(i), b.get(i)), share, Double::sum);
    }
    double mean = (entropy(ofA) + entropy(ofB)) / 2;
    double shared = entropy(ofA) + entropy(ofB) - entropy(ofBoth);
    return mean <= 0 ? 0 : Math.max(0, shared / mean);
  }

  private static double entropy(Map<?, Double> shares) {
    return shares.values().stream().mapToDouble(share -> -share * Math.log(share)).sum();
  }
}
