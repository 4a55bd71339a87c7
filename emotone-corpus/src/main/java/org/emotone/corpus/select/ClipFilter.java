package org.emotone.corpus.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;

/**
 * A choice of clips: all conditions must hold, and what fails is counted by the first condition
 * that it fails.
 */
public final class ClipFilter {

  private final List<Condition> conditions;

  private record Condition(String words, Predicate<Utterance> holds) {}

  private ClipFilter(List<Condition> conditions) {
    this.conditions = conditions;
  }

  /** Every clip. */
  public static ClipFilter all() {
    return new ClipFilter(List.of());
  }

  /** Clips of these corpora, by their ids. */
  public ClipFilter corpora(Collection<String> ids) {
    return in("corpus", ids, Utterance::corpus);
  }

  /** Clips of speakers of one sex; those of unknown sex fail. */
  public ClipFilter sex(Sex sex) {
    return and("sex " + sex.id(), clip -> clip.sex() == sex);
  }

  /** Clips of one of these intensities, in the corpora's own words. */
  public ClipFilter intensities(Collection<String> words) {
    Set<String> wanted =
        words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return in(
        "intensity",
        wanted,
        clip -> Objects.requireNonNullElse(clip.intensity(), "").toLowerCase(Locale.ROOT));
  }

  /** Clips of these emotions. */
  public ClipFilter emotions(Collection<Emotion> emotions) {
    return in("emotion", emotions.stream().map(Emotion::id).toList(), clip -> clip.emotion().id());
  }

  /** Clips of these speakers, such as {@code ravdess:07}. */
  public ClipFilter speakers(Collection<String> names) {
    return in("speaker", names, Utterance::speaker);
  }

  /** Clips of all speakers but these. */
  public ClipFilter withoutSpeakers(Collection<String> names) {
    Set<String> unwanted = Set.copyOf(names);
    return and(
        "speaker not " + Speaker.list(new TreeSet<>(names)),
        clip -> !unwanted.contains(clip.speaker()));
  }

  /**
   * Clips that last so long.
   *
   * @param min in seconds, at least 0
   * @param max in seconds, at least the minimum
   * @param secondsOf duration by {@link Utterance#name()}; clips that it does not name fail
   * @throws IllegalArgumentException if the range is empty
   */
  public ClipFilter lasting(double min, double max, Map<String, Double> secondsOf) {
    if (!(min >= 0 && max >= min)) {
      throw new IllegalArgumentException(
          "length: %s to %s s is no range; allowed is from 0, the minimum first"
              .formatted(min, max));
    }
    return and(
        "length %s to %s s".formatted(min, max),
        clip -> {
          double seconds = secondsOf.getOrDefault(clip.name(), Double.NaN);
          return seconds >= min && seconds <= max;
        });
  }

  private ClipFilter in(String what, Collection<String> wanted, Function<Utterance, String> of) {
    Set<String> known = new TreeSet<>(wanted);
    return and(what + " " + String.join(", ", known), clip -> known.contains(of.apply(clip)));
  }

  private ClipFilter and(String words, Predicate<Utterance> holds) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(new Condition(words, holds));
    return new ClipFilter(List.copyOf(all));
  }

  /** Applies the conditions. */
  public Result apply(List<Utterance> utterances) {
    List<Utterance> kept = new ArrayList<>();
    Map<String, Integer> dropped = new TreeMap<>();
    for (Utterance clip : utterances) {
      conditions.stream()
          .filter(condition -> !condition.holds.test(clip))
          .findFirst()
          .ifPresentOrElse(
              failed -> dropped.merge(failed.words, 1, Integer::sum), () -> kept.add(clip));
    }
    return new Result(kept, dropped);
  }

  /**
   * What a filter makes of clips.
   *
   * @param kept those that meet all conditions, in their order
   * @param dropped how many failed each condition, such as {@code sex female}, first
   */
  public record Result(List<Utterance> kept, Map<String, Integer> dropped) {

    /** Copies the collections. */
    public Result {
      kept = List.copyOf(kept);
      dropped = Map.copyOf(dropped);
    }
  }
}
