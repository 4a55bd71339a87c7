package org.emotone.corpus.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.select.Draw;

/**
 * Training clips with the validation taken out of them.
 *
 * @param train what is left to learn from
 * @param validation what was taken
 * @param words how, for the split's description
 */
record Division(List<Utterance> train, List<Utterance> validation, String words) {

  /** How many speakers of a corpus must stay in training when some are taken for validation. */
  private static final int MIN_TRAINING_SPEAKERS = 2;

  /**
   * Takes the validation out of clips.
   *
   * @param clips all that is not in the test
   * @param testSpeakers speakers that validation must not hold
   * @throws IllegalArgumentException if the choice names a speaker that cannot be taken, or leaves
   *     nothing to learn from
   */
  static Division of(List<Utterance> clips, Set<String> testSpeakers, Validation validation) {
    return of(clips, testSpeakers, validation, Utterance::name);
  }

  /**
   * Takes the validation out of clips, never a part of a recording.
   *
   * @param recordingOf the recording that a clip is of
   */
  static Division of(
      List<Utterance> clips,
      Set<String> testSpeakers,
      Validation validation,
      Function<Utterance, String> recordingOf) {
    if (validation instanceof Validation.Named choice) {
      return named(clips, testSpeakers, choice);
    }
    if (validation instanceof Validation.Speakers choice) {
      return taken(
          clips,
          testSpeakers,
          choice.seed(),
          n -> (int) Math.max(1, Math.round(choice.share() * n)));
    }
    if (validation instanceof Validation.SpeakerCount choice) {
      return taken(clips, testSpeakers, choice.seed(), n -> choice.count());
    }
    if (validation instanceof Validation.Clips choice) {
      Set<String> drawn = Draw.groups(clips, choice.share(), choice.seed(), recordingOf);
      return by(
          clips,
          clip -> drawn.contains(clip.name()),
          "validation on %d clips of the training speakers (seed %d)"
              .formatted(drawn.size(), choice.seed()));
    }
    if (validation instanceof Validation.Sentences choice) {
      Set<String> drawn = Draw.sentences(clips, choice.share(), choice.seed());
      return by(
          clips,
          clip -> drawn.contains(clip.name()),
          "validation on %d clips of other sentences (seed %d)"
              .formatted(drawn.size(), choice.seed()));
    }
    return new Division(clips, List.of(), "no validation");
  }

  private static Division named(
      List<Utterance> clips, Set<String> testSpeakers, Validation.Named choice) {
    for (String name : choice.speakers()) {
      if (testSpeakers.contains(name)) {
        throw new IllegalArgumentException(
            "validation speaker '%s' is in the test; choose another".formatted(name));
      }
    }
    Speaker.checkKnown(choice.speakers(), Speaker.names(clips), "training part");
    return bySpeakers(clips, new TreeSet<>(choice.speakers()), "");
  }

  private static Division taken(
      List<Utterance> clips, Set<String> testSpeakers, long seed, ToIntFunction<Integer> wanted) {
    Map<String, List<Speaker>> corpora = new TreeMap<>();
    for (Speaker speaker : Speaker.of(clips)) {
      corpora.computeIfAbsent(speaker.corpus(), corpus -> new ArrayList<>()).add(speaker);
    }
    Set<String> chosen = new TreeSet<>();
    corpora.forEach(
        (corpus, speakers) -> {
          int spare = speakers.size() - MIN_TRAINING_SPEAKERS;
          int count = Math.min(wanted.applyAsInt(speakers.size()), spare);
          List<Speaker> free =
              speakers.stream().filter(s -> !testSpeakers.contains(s.name())).toList();
          chosen.addAll(balanced(free, count, seed));
        });
    boolean tested = Speaker.names(clips).stream().allMatch(testSpeakers::contains);
    return chosen.isEmpty()
        ? new Division(
            clips,
            List.of(),
            tested
                ? "no validation: all speakers are in the test, too"
                : "no validation: no corpus has a speaker to spare")
        : bySpeakers(clips, chosen, " (seed " + seed + ")");
  }

  /** Draws speakers so that each sex is taken as often as its share of them asks for. */
  private static List<String> balanced(List<Speaker> speakers, int count, long seed) {
    Map<String, List<Speaker>> groups = Speaker.byCorpusAndSex(speakers);
    // Shuffled, so that it is not always the same sex that is taken where one speaker is wanted.
    List<List<Speaker>> sexes =
        Draw.shuffled(groups.keySet(), Function.identity(), seed, groups.keySet().toString())
            .stream()
            .map(
                group ->
                    Draw.shuffled(
                        groups.getOrDefault(group, List.of()), Speaker::name, seed, group))
            .toList();
    List<String> chosen = new ArrayList<>();
    int[] taken = new int[sexes.size()];
    while (chosen.size() < Math.min(count, speakers.size())) {
      int next = 0;
      for (int i = 1; i < taken.length; i++) {
        next = lacking(sexes, taken, i, count) > lacking(sexes, taken, next, count) ? i : next;
      }
      chosen.add(sexes.get(next).get(taken[next]++).name());
    }
    return chosen;
  }

  /** How many of a group are still to be taken, scaled by the number of all speakers. */
  private static long lacking(List<List<Speaker>> groups, int[] taken, int i, int count) {
    long all = groups.stream().mapToLong(List::size).sum();
    return taken[i] == groups.get(i).size()
        ? Long.MIN_VALUE
        : (long) count * groups.get(i).size() - taken[i] * all;
  }

  private static Division bySpeakers(
      List<Utterance> clips, Collection<String> speakers, String how) {
    return by(
        clips,
        clip -> speakers.contains(clip.speaker()),
        "validation on " + Speaker.list(speakers) + how);
  }

  private static Division by(List<Utterance> clips, Predicate<Utterance> taken, String words) {
    List<Utterance> train = clips.stream().filter(taken.negate()).toList();
    if (train.isEmpty()) {
      throw new IllegalArgumentException(
          words + ": that leaves no clip to learn from; choose fewer validation speakers");
    }
    return new Division(train, clips.stream().filter(taken).toList(), words);
  }
}
