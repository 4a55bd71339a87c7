package org.emotone.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws that depend on nothing but a seed and the names of what is drawn from: not on its order,
 * nor on what else takes part.
 */
final class Draw {

  private Draw() {}

  /** Elements sorted by a key and then shuffled; the name tells draws with one seed apart. */
  static <T> List<T> shuffled(
      Collection<T> elements, Function<T, String> key, long seed, String name) {
    List<T> order = new ArrayList<>(elements);
    order.sort(Comparator.comparing(key));
    Collections.shuffle(order, new Random(mix(seed ^ mix(name.hashCode()))));
    return order;
  }

  /** The names of a share of the clips, the same share of every emotion of every corpus. */
  static Set<String> clips(List<Utterance> utterances, double share, long seed) {
    Map<String, List<String>> strata = new TreeMap<>();
    for (Utterance utterance : utterances) {
      strata
          .computeIfAbsent(
              utterance.corpus() + ":" + utterance.emotion().id(), stratum -> new ArrayList<>())
          .add(utterance.name());
    }
    Set<String> drawn = new HashSet<>();
    strata.forEach(
        (stratum, names) ->
            drawn.addAll(
                shuffled(names, Function.identity(), seed, stratum)
                    .subList(0, (int) Math.round(share * names.size()))));
    return drawn;
  }

  /** Spreads a seed's bits, since {@link Random} starts alike for neighbouring seeds. */
  private static long mix(long seed) {
    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
