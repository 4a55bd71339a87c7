package org.emotone.corpus.split;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.select.Draw;

/**
 * Ways to divide clips. Each gives the same parts for the same clips, in whatever order they come,
 * and the same seed. Every clip given is in exactly one part, unless a method says otherwise.
 *
 * <p>All throw {@link IllegalArgumentException} if the clips are empty or one stands twice, if the
 * test or the training would be empty, or if the validation cannot be taken as asked.
 */
public final class Splits {

  private Splits() {}

  /**
   * One fold of a published list, which is the test.
   *
   * <p>A list with several folds is a partition: the other folds are for training, clips of the
   * same corpus that it does not name are left out, and so are clips of other corpora by speakers
   * of the test. All other clips of other corpora are added to the training. A list with one fold
   * names the test alone: all other clips are for training. Listed clips that are missing, and
   * clips left out, are counted in the description.
   *
   * @param csv columns {@code clip,test_fold}
   * @param fold as the file counts them
   * @throws CorpusException if the list is damaged or is not for these clips
   */
  public static Split fixed(List<Utterance> utterances, Path csv, int fold, Validation validation)
      throws CorpusException {
    check(utterances);
    return FixedSplit.of(utterances, FoldList.read(csv), fold, validation);
  }

  /** These speakers are the test, all others are for training. */
  public static Split bySpeakers(
      List<Utterance> utterances, Collection<String> testSpeakers, Validation validation) {
    Set<String> test = known(utterances, testSpeakers);
    return of(
        Protocol.SPEAKER_INDEPENDENT,
        "test on " + Speaker.list(test),
        utterances,
        clip -> test.contains(clip.speaker()),
        validation);
  }

  /**
   * One of several folds of whole speakers. Folds differ by at most one speaker in size, and by at
   * most one in the number of any corpus' women or men.
   *
   * @param folds how many, at least 2 and at most as many as there are speakers
   * @param fold which, from 1
   */
  public static Split speakerFolds(
      List<Utterance> utterances, int folds, int fold, Validation validation, long seed) {
    check(utterances);
    List<Speaker> speakers = Speaker.of(utterances);
    range("folds", folds, 2, speakers.size(), "the number of speakers");
    range("fold", fold, 1, folds, "the number of folds");
    Set<String> test = new TreeSet<>();
    List<Speaker> dealt = new ArrayList<>();
    Speaker.byCorpusAndSex(speakers)
        .forEach(
            (group, members) -> dealt.addAll(Draw.shuffled(members, Speaker::name, seed, group)));
    for (int i = fold - 1; i < dealt.size(); i += folds) {
      test.add(dealt.get(i).name());
    }
    return of(
        Protocol.SPEAKER_INDEPENDENT,
        "speaker fold %d of %d (seed %d), test on %s"
            .formatted(fold, folds, seed, Speaker.list(test)),
        utterances,
        clip -> test.contains(clip.speaker()),
        validation);
  }

  /** One speaker is the test. */
  public static Split leaveOneSpeakerOut(
      List<Utterance> utterances, String speaker, Validation validation) {
    Set<String> test = known(utterances, List.of(speaker));
    return of(
        Protocol.LEAVE_ONE_SPEAKER_OUT,
        "leave out " + speaker,
        utterances,
        clip -> test.contains(clip.speaker()),
        validation);
  }

  /** Whole corpora are the test, given by their ids. */
  public static Split crossCorpus(
      List<Utterance> utterances, Collection<String> testCorpora, Validation validation) {
    check(utterances);
    Set<String> test = new TreeSet<>(testCorpora);
    checkCorpora(utterances, test);
    return of(
        Protocol.CROSS_CORPUS,
        "test on " + String.join(", ", test),
        utterances,
        clip -> test.contains(clip.corpus()),
        validation);
  }

  /**
   * Single clips are drawn for the test, the same share of every emotion of every corpus: what most
   * published figures rest on, and what flatters, since the network has heard the speakers.
   *
   * @param testShare above 0 and below 1
   */
  public static Split random(
      List<Utterance> utterances, double testShare, Validation validation, long seed) {
    check(utterances);
    checkShare(testShare);
    Set<String> test = Draw.clips(utterances, testShare, seed);
    return of(
        Protocol.RANDOM,
        "random %s of the clips (seed %d)".formatted(testShare, seed),
        utterances,
        clip -> test.contains(clip.name()),
        validation);
  }

  /**
   * Whole recordings are drawn for the test, the same share of every emotion of every corpus:
   * copies and augmented versions of a recording stay on its side. Speakers are shared, which
   * flatters.
   *
   * @param testShare above 0 and below 1
   * @param recordingOf the recording that a clip is of: by {@link Utterance#name()} of a clip, any
   *     name that its copies share; a clip that is not in it is a recording of its own
   */
  public static Split byRecording(
      List<Utterance> utterances,
      Map<String, String> recordingOf,
      double testShare,
      Validation validation,
      long seed) {
    check(utterances);
    checkShare(testShare);
    Function<Utterance, String> recording =
        clip -> recordingOf.getOrDefault(clip.name(), clip.name());
    Set<String> test = Draw.groups(utterances, testShare, seed, recording);
    return GroupSplits.of(
        Protocol.BY_RECORDING,
        "random %s of the recordings (seed %d)".formatted(testShare, seed),
        utterances,
        clip -> test.contains(clip.name()),
        clip -> true,
        validation,
        recording);
  }

  /**
   * Whole sentences are drawn for the test, a share of those of each corpus: no text that is spoken
   * in the test is spoken in the training. Clips whose sentence is not known are left out, and so
   * are those of a corpus with a single sentence from the test. Speakers are shared, which
   * flatters; {@link Validation.Sentences} keeps the validation's sentences apart too.
   *
   * @param testShare above 0 and below 1
   */
  public static Split sentenceOpen(
      List<Utterance> utterances, double testShare, Validation validation, long seed) {
    check(utterances);
    checkShare(testShare);
    Set<String> test = Draw.sentences(utterances, testShare, seed);
    return GroupSplits.of(
        Protocol.SENTENCE_OPEN,
        "random %s of the sentences (seed %d)".formatted(testShare, seed),
        utterances,
        clip -> test.contains(clip.name()),
        clip -> clip.sentence() != null,
        validation,
        Utterance::name);
  }

  /**
   * One corpus is the test, all others are for training but for clips of its speakers: RAVDESS'
   * songs are left out when its speech is the test.
   */
  public static Split leaveOneCorpusOut(
      List<Utterance> utterances, String corpus, Validation validation) {
    check(utterances);
    checkCorpora(utterances, Set.of(corpus));
    Set<String> speakers =
        Speaker.names(utterances.stream().filter(clip -> clip.corpus().equals(corpus)).toList());
    return GroupSplits.of(
        Protocol.CROSS_CORPUS,
        "leave out " + corpus,
        utterances,
        clip -> clip.corpus().equals(corpus),
        clip -> clip.corpus().equals(corpus) || !speakers.contains(clip.speaker()),
        validation,
        Utterance::name);
  }

  /**
   * One fold of published speaker folds, which is the test. The corpus' other speakers and other
   * corpora are for training, but for other corpora's clips of the test's speakers.
   *
   * @param fold which, from 1
   * @param validation if none is published; a published one is taken
   */
  public static Split published(
      List<Utterance> utterances, PublishedFolds folds, int fold, Validation validation) {
    check(utterances);
    range("fold", fold, 1, folds.folds().size(), "the number of folds of " + folds.id());
    checkCorpora(utterances, Set.of(folds.corpus()));
    PublishedFolds.Fold chosen = folds.folds().get(fold - 1);
    Set<String> test = new TreeSet<>(chosen.test());
    return GroupSplits.of(
        Protocol.FIXED,
        "fixed %s fold %d, test on %s".formatted(folds.id(), fold, Speaker.list(test)),
        utterances,
        clip -> clip.corpus().equals(folds.corpus()) && test.contains(clip.speaker()),
        clip -> clip.corpus().equals(folds.corpus()) || !test.contains(clip.speaker()),
        chosen.validation().isEmpty() ? validation : new Validation.Named(chosen.validation()),
        Utterance::name);
  }

  /** Nothing is held out but the validation: for a model to ship. */
  public static Split allForTraining(List<Utterance> utterances, Validation validation) {
    check(utterances);
    Division division = Division.of(utterances, Set.of(), validation);
    return new Split(
        Protocol.ALL_TRAINING,
        "all clips for training; " + division.words(),
        division.train(),
        division.validation(),
        List.of());
  }

  private static Split of(
      Protocol protocol,
      String words,
      List<Utterance> utterances,
      Predicate<Utterance> inTest,
      Validation validation) {
    return GroupSplits.of(
        protocol, words, utterances, inTest, clip -> true, validation, Utterance::name);
  }

  private static void checkShare(double testShare) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException(
          "test share: %s is out of range; allowed is above 0 and below 1".formatted(testShare));
    }
  }

  private static void checkCorpora(List<Utterance> utterances, Set<String> test) {
    Set<String> corpora =
        utterances.stream().map(Utterance::corpus).collect(Collectors.toCollection(TreeSet::new));
    for (String corpus : test) {
      if (!corpora.contains(corpus)) {
        throw new IllegalArgumentException(
            "corpus '%s' is not in the data; there are %s"
                .formatted(corpus, String.join(", ", corpora)));
      }
    }
  }

  private static void check(List<Utterance> utterances) {
    if (utterances.isEmpty()) {
      throw new IllegalArgumentException("there are no clips to divide");
    }
    Set<String> names = new HashSet<>();
    for (Utterance utterance : utterances) {
      if (!names.add(utterance.name())) {
        throw new IllegalArgumentException(
            "clip %s stands twice in the data; is a corpus given twice?"
                .formatted(utterance.name()));
      }
    }
  }

  private static Set<String> known(List<Utterance> utterances, Collection<String> speakers) {
    check(utterances);
    Speaker.checkKnown(speakers, Speaker.names(utterances), "data");
    return new TreeSet<>(speakers);
  }

  private static void range(String field, int value, int min, int max, String maximum) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s: %d is out of range; allowed is %d to %d, %s"
              .formatted(field, value, min, max, maximum));
    }
  }
}
