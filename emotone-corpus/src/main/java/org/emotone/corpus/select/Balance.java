package org.emotone.corpus.select;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;

/**
 * Evens out clips, by leaving some out or by weighing them. What is left out depends on the seed
 * and the clips' names, not on their order, which stays.
 */
public final class Balance {

  private Balance() {}

  /** As many clips of every class as of the smallest one; clips without a class are left out. */
  public static List<Utterance> byClass(List<Utterance> utterances, LabelScheme scheme, long seed) {
    List<Utterance> kept = scheme.select(utterances).kept();
    Function<Utterance, String> classOf = classOf(scheme);
    int smallest = groups(kept, classOf).values().stream().mapToInt(List::size).min().orElse(0);
    return drawn(kept, classOf, smallest, seed);
  }

  /**
   * At most so many clips of every class; clips without a class are left out.
   *
   * @param max at least 1
   */
  public static List<Utterance> limitPerClass(
      List<Utterance> utterances, LabelScheme scheme, int max, long seed) {
    check(max);
    return drawn(scheme.select(utterances).kept(), classOf(scheme), max, seed);
  }

  /**
   * At most so many clips of every speaker.
   *
   * @param max at least 1
   */
  public static List<Utterance> limitPerSpeaker(List<Utterance> utterances, int max, long seed) {
    check(max);
    return drawn(utterances, Utterance::speaker, max, seed);
  }

  /**
   * A weight for each class, in their order: the number of clips with a class, divided by the
   * number of classes that occur and by the clips of this one (scikit-learn's {@code balanced}).
   * Then every class that occurs weighs alike, and the mean weight of a clip is 1. A class without
   * clips weighs 0.
   */
  public static double[] classWeights(List<Utterance> utterances, LabelScheme scheme) {
    int[] counts = new int[scheme.classes().size()];
    for (Utterance utterance : utterances) {
      scheme.indexOf(utterance).ifPresent(index -> counts[index]++);
    }
    double all = Arrays.stream(counts).sum();
    long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToDouble(count -> count == 0 ? 0 : all / (occurring * count))
        .toArray();
  }

  /**
   * A weight for each clip, in their order, so that groups such as speakers or corpora weigh alike
   * and the mean weight is 1.
   */
  public static double[] sampleWeights(
      List<Utterance> utterances, Function<Utterance, String> group) {
    Map<String, Long> counts =
        utterances.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
    double share = (double) utterances.size() / Math.max(1, counts.size());
    return utterances.stream()
        .mapToDouble(clip -> share / counts.getOrDefault(group.apply(clip), 1L))
        .toArray();
  }

  private static Function<Utterance, String> classOf(LabelScheme scheme) {
    return clip -> {
      OptionalInt index = scheme.indexOf(clip);
      return index.isEmpty() ? "" : scheme.classes().get(index.getAsInt());
    };
  }

  private static Map<String, List<Utterance>> groups(
      List<Utterance> utterances, Function<Utterance, String> group) {
    return utterances.stream()
        .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
  }

  private static List<Utterance> drawn(
      List<Utterance> utterances, Function<Utterance, String> group, int max, long seed) {
    Set<String> names = new HashSet<>();
    groups(utterances, group)
        .forEach(
            (name, clips) ->
                Draw.shuffled(clips, Utterance::name, seed, name).stream()
                    .limit(max)
                    .forEach(clip -> names.add(clip.name())));
    return utterances.stream().filter(clip -> names.contains(clip.name())).toList();
  }

  private static void check(int max) {
    if (max < 1) {
      throw new IllegalArgumentException(
          "limit: %d is out of range; allowed is at least 1".formatted(max));
    }
  }
}
