package org.emotone.corpus.select;

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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;

/**
 * Draws that depend on nothing but a seed and the names of what is drawn from: not on its order,
 * nor on what else takes part.
 */
public final class Draw {

  private Draw() {}

  /** Elements sorted by a key and then shuffled; the name tells draws with one seed apart. */
  public static <T> List<T> shuffled(
      Collection<T> elements, Function<T, String> key, long seed, String name) {
    List<T> order = new ArrayList<>(elements);
    order.sort(Comparator.comparing(key));
    Collections.shuffle(order, new Random(mix(seed ^ mix(name.hashCode()))));
    return order;
  }

  /** The names of a share of the clips, the same share of every emotion of every corpus. */
  public static Set<String> clips(List<Utterance> utterances, double share, long seed) {
    return groups(utterances, share, seed, Utterance::name);
  }

  /**
   * The names of the clips of a share of all groups, which are drawn whole: the same share of every
   * emotion of every corpus, counting a group by its first clip.
   */
  public static Set<String> groups(
      List<Utterance> utterances, double share, long seed, Function<Utterance, String> groupOf) {
    Map<String, Set<String>> strata = new TreeMap<>();
    Map<String, List<String>> members = members(utterances, groupOf);
    Set<String> seen = new HashSet<>();
    utterances.stream()
        .sorted(Comparator.comparing(Utterance::name))
        .filter(clip -> seen.add(groupOf.apply(clip)))
        .forEach(
            clip ->
                strata
                    .computeIfAbsent(
                        clip.corpus() + ":" + clip.emotion().id(), stratum -> new TreeSet<>())
                    .add(groupOf.apply(clip)));
    Set<String> drawn = new HashSet<>();
    strata.forEach(
        (stratum, groups) ->
            shuffled(groups, Function.identity(), seed, stratum)
                .subList(0, (int) Math.round(share * groups.size()))
                .forEach(group -> drawn.addAll(members.getOrDefault(group, List.of()))));
    return drawn;
  }

  /**
   * The names of the clips of one of several folds, into which the clips of every emotion of every
   * corpus are dealt in turn: folds differ by at most one clip in size.
   *
   * @param fold from 1
   */
  public static Set<String> fold(List<Utterance> utterances, int folds, int fold, long seed) {
    Map<String, Set<String>> strata = new TreeMap<>();
    utterances.forEach(
        clip ->
            strata
                .computeIfAbsent(
                    clip.corpus() + ":" + clip.emotion().id(), stratum -> new TreeSet<>())
                .add(clip.name()));
    List<String> dealt = new ArrayList<>();
    strata.forEach(
        (stratum, names) -> dealt.addAll(shuffled(names, Function.identity(), seed, stratum)));
    Set<String> drawn = new HashSet<>();
    for (int i = fold - 1; i < dealt.size(); i += folds) {
      drawn.add(dealt.get(i));
    }
    return drawn;
  }

  /**
   * The names of all clips of a share of each corpus' sentences: at least one sentence, and never
   * all. Clips whose sentence is not known are not drawn.
   */
  public static Set<String> sentences(List<Utterance> utterances, double share, long seed) {
    List<Utterance> known = utterances.stream().filter(clip -> clip.sentence() != null).toList();
    Function<Utterance, String> sentenceOf = clip -> String.valueOf(clip.sentence());
    Map<String, Set<String>> corpora = new TreeMap<>();
    known.forEach(
        clip ->
            corpora
                .computeIfAbsent(clip.corpus(), corpus -> new TreeSet<>())
                .add(sentenceOf.apply(clip)));
    Map<String, List<String>> members = members(known, sentenceOf);
    Set<String> drawn = new HashSet<>();
    corpora.forEach(
        (corpus, sentences) -> {
          long wanted = Math.max(1, Math.round(share * sentences.size()));
          shuffled(sentences, Function.identity(), seed, corpus).stream()
              .limit(Math.min(wanted, sentences.size() - 1L))
              .forEach(sentence -> drawn.addAll(members.getOrDefault(sentence, List.of())));
        });
    return drawn;
  }

  private static Map<String, List<String>> members(
      List<Utterance> utterances, Function<Utterance, String> groupOf) {
    return utterances.stream()
        .collect(
            Collectors.groupingBy(
                groupOf, Collectors.mapping(Utterance::name, Collectors.toList())));
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
