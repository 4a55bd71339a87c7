package org.emotone.corpus.split;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
 * and the same seed. Every clip given is in exactly one part, unless a method says otherwise. A
 * validation of whole speakers never shares one with the training or the test; where the test is
 * drawn from all speakers, the speakers of the validation are taken out before.
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
    Arguments.clips(utterances);
    return FixedSplit.of(utterances, FoldList.read(csv), fold, validation);
  }

  /** These speakers are the test, all others are for training. */
  public static Split bySpeakers(
      List<Utterance> utterances, Collection<String> testSpeakers, Validation validation) {
    Set<String> test = Arguments.known(utterances, testSpeakers);
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
    Arguments.clips(utterances);
    List<Speaker> speakers = Speaker.of(utterances);
    Arguments.range("folds", folds, 2, speakers.size(), "the number of speakers");
    Arguments.range("fold", fold, 1, folds, "the number of folds");
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
    Set<String> test = Arguments.known(utterances, List.of(speaker));
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
    Arguments.clips(utterances);
    Set<String> test = new TreeSet<>(testCorpora);
    Arguments.corpora(utterances, test);
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
    Arguments.clips(utterances);
    Arguments.share(testShare);
    return GroupSplits.drawn(
        Protocol.RANDOM,
        "random %s of the clips (seed %d)".formatted(testShare, seed),
        utterances,
        clips -> Draw.clips(clips, testShare, seed),
        clip -> true,
        validation,
        Utterance::name);
  }

  /**
   * One of several folds of single clips, over which the clips of every emotion of every corpus are
   * spread evenly: each clip is tested once. Speakers are shared, which flatters.
   *
   * @param folds how many, at least 2 and at most as many as there are clips
   * @param fold which, from 1
   */
  public static Split randomFolds(
      List<Utterance> utterances, int folds, int fold, Validation validation, long seed) {
    Arguments.clips(utterances);
    Arguments.range("folds", folds, 2, utterances.size(), "the number of clips");
    Arguments.range("fold", fold, 1, folds, "the number of folds");
    return GroupSplits.drawn(
        Protocol.RANDOM,
        "random clips, fold %d of %d (seed %d)".formatted(fold, folds, seed),
        utterances,
        clips -> Draw.fold(clips, folds, fold, seed),
        clip -> true,
        validation,
        Utterance::name);
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
    Arguments.clips(utterances);
    Arguments.share(testShare);
    Function<Utterance, String> recording =
        clip -> recordingOf.getOrDefault(clip.name(), clip.name());
    return GroupSplits.drawn(
        Protocol.BY_RECORDING,
        "random %s of the recordings (seed %d)".formatted(testShare, seed),
        utterances,
        clips -> Draw.groups(clips, testShare, seed, recording),
        clip -> true,
        validation,
        recording);
  }

  /**
   * Whole sentences are drawn for the test, a share of those of each corpus: no text that is spoken
   * in the test is spoken in the training. Clips whose sentence is not known are left out, and so
   * are those of a corpus with a single sentence from the test. Speakers are shared, which
   * flatters; {@link Validation.Sentences} keeps the validation's sentences apart too. What
   * speakers of a validation by speakers say of the test's sentences is left out.
   *
   * @param testShare above 0 and below 1
   */
  public static Split sentenceOpen(
      List<Utterance> utterances, double testShare, Validation validation, long seed) {
    Arguments.clips(utterances);
    Arguments.share(testShare);
    Split split =
        GroupSplits.drawn(
            Protocol.SENTENCE_OPEN,
            "random %s of the sentences (seed %d)".formatted(testShare, seed),
            utterances,
            clips -> Draw.sentences(clips, testShare, seed),
            clip -> clip.sentence() != null,
            validation,
            Utterance::name);
    // Speakers of the validation speak the sentences of the test, too.
    Set<String> tested =
        split.test().stream()
            .map(clip -> String.valueOf(clip.sentence()))
            .collect(Collectors.toSet());
    return new Split(
        split.protocol(),
        split.description(),
        split.train(),
        split.validation().stream()
            .filter(clip -> !tested.contains(String.valueOf(clip.sentence())))
            .toList(),
        split.test());
  }

  /**
   * One corpus is the test, all others are for training but for clips of its speakers: RAVDESS'
   * songs are left out when its speech is the test.
   */
  public static Split leaveOneCorpusOut(
      List<Utterance> utterances, String corpus, Validation validation) {
    Arguments.clips(utterances);
    Arguments.corpora(utterances, Set.of(corpus));
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
    Arguments.clips(utterances);
    Arguments.range("fold", fold, 1, folds.folds().size(), "the number of folds of " + folds.id());
    Arguments.corpora(utterances, Set.of(folds.corpus()));
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
    Arguments.clips(utterances);
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
}
