package org.emotone.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.corpus.Clips;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;

class SplitPropertiesTest {

  private static List<Utterance> data(int first, int second) {
    List<Utterance> clips = new ArrayList<>(Clips.corpus("one", first, 2));
    clips.addAll(Clips.corpus("two", second, 1));
    return clips;
  }

  private static void checkDivides(Split split, Collection<Utterance> all) {
    List<Utterance> parts =
        Stream.of(split.train(), split.validation(), split.test()).flatMap(List::stream).toList();
    assertThat(parts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  private static void checkSpeakersApart(Split split) {
    Set<String> seen = new HashSet<>();
    for (List<Utterance> part : List.of(split.train(), split.validation(), split.test())) {
      Set<String> speakers = Speaker.names(part);
      assertThat(Collections.disjoint(seen, speakers)).isTrue();
      seen.addAll(speakers);
    }
  }

  @Property(tries = 100)
  void speakerFoldsAreCompleteAndNeverShareASpeaker(
      @ForAll @IntRange(min = 3, max = 20) int first,
      @ForAll @IntRange(min = 1, max = 9) int second,
      @ForAll @IntRange(min = 2, max = 4) int folds,
      @ForAll long seed) {
    List<Utterance> clips = data(first, second);
    List<Split> splits =
        IntStream.rangeClosed(1, folds)
            .mapToObj(
                fold ->
                    Splits.speakerFolds(
                        clips, folds, fold, new Validation.Speakers(0.15, seed), seed))
            .toList();
    for (Split split : splits) {
      checkDivides(split, clips);
      checkSpeakersApart(split);
      assertThat(split.overlap().speakerIndependent()).isTrue();
    }
    assertThat(splits.stream().flatMap(split -> split.test().stream()))
        .containsExactlyInAnyOrderElementsOf(clips);
  }

  @Property(tries = 50)
  void speakerFoldsAreBalancedInSexAndSize(
      @ForAll @IntRange(min = 4, max = 30) int speakers,
      @ForAll @IntRange(min = 2, max = 4) int folds,
      @ForAll long seed) {
    List<Utterance> clips = Clips.corpus("one", speakers, 1);
    List<List<Speaker>> tests =
        IntStream.rangeClosed(1, folds)
            .mapToObj(
                fold ->
                    Speaker.of(
                        Splits.speakerFolds(clips, folds, fold, new Validation.None(), seed)
                            .test()))
            .toList();
    for (String sex : List.of("male", "female")) {
      List<Long> counts =
          tests.stream()
              .map(test -> test.stream().filter(s -> s.sex().equals(sex)).count())
              .toList();
      assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
    }
    List<Integer> sizes = tests.stream().map(List::size).toList();
    assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThanOrEqualTo(1);
  }

  @Property(tries = 50)
  void partsDependOnTheSeedAndNotOnTheOrderOfTheClips(
      @ForAll @IntRange(min = 6, max = 20) int speakers, @ForAll long seed, @ForAll long order) {
    List<Utterance> clips = data(speakers, 4);
    List<Utterance> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(order));
    Validation validation = new Validation.Speakers(0.2, seed);

    checkSame(
        Splits.speakerFolds(clips, 3, 2, validation, seed),
        Splits.speakerFolds(shuffled, 3, 2, validation, seed));
    checkSame(
        Splits.random(clips, 0.3, new Validation.Clips(0.2, seed), seed),
        Splits.random(shuffled, 0.3, new Validation.Clips(0.2, seed), seed));
  }

  private static void checkSame(Split a, Split b) {
    assertThat(a.description()).isEqualTo(b.description());
    assertThat(a.train()).containsExactlyInAnyOrderElementsOf(b.train());
    assertThat(a.validation()).containsExactlyInAnyOrderElementsOf(b.validation());
    assertThat(a.test()).containsExactlyInAnyOrderElementsOf(b.test());
  }

  @Property(tries = 50)
  void everySpeakerIsLeftOutOnce(
      @ForAll @IntRange(min = 2, max = 12) int speakers, @ForAll long seed) {
    List<Utterance> clips = Clips.corpus("one", speakers, 1);
    for (String speaker : Speaker.names(clips)) {
      Split split = Splits.leaveOneSpeakerOut(clips, speaker, new Validation.SpeakerCount(2, seed));
      checkDivides(split, clips);
      checkSpeakersApart(split);
      assertThat(Speaker.names(split.test())).containsExactly(speaker);
    }
  }

  @Property(tries = 50)
  void randomFoldsTestEveryClipOnceAndSpreadEveryEmotionEvenly(
      @ForAll @IntRange(min = 5, max = 20) int speakers,
      @ForAll @IntRange(min = 2, max = 5) int folds,
      @ForAll long seed) {
    List<Utterance> clips = data(speakers, speakers);
    List<Utterance> tested = new ArrayList<>();
    for (int fold = 1; fold <= folds; fold++) {
      Split split = Splits.randomFolds(clips, folds, fold, new Validation.Clips(0.2, seed), seed);
      checkDivides(split, clips);
      Map<String, Long> tests = counts(split.test());
      int parts = folds;
      counts(clips)
          .forEach(
              (stratum, count) ->
                  assertThat(tests.getOrDefault(stratum, 0L))
                      .isBetween(count / parts, (count + parts - 1) / parts));
      tested.addAll(split.test());
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(clips);
  }

  private static Map<String, Long> counts(List<Utterance> clips) {
    return clips.stream()
        .collect(
            Collectors.groupingBy(clip -> clip.corpus() + clip.emotion(), Collectors.counting()));
  }

  @Property(tries = 50)
  void randomSplitDrawsTheSameShareOfEveryEmotionOfEveryCorpus(
      @ForAll @IntRange(min = 5, max = 20) int speakers, @ForAll long seed) {
    List<Utterance> clips = data(speakers, speakers);
    Split split = Splits.random(clips, 0.2, new Validation.None(), seed);
    checkDivides(split, clips);
    assertThat(
            split.test().stream()
                .filter(clip -> clip.corpus().equals("one"))
                .collect(Collectors.groupingBy(Utterance::emotion, Collectors.counting()))
                .values())
        .containsOnly(Math.round(0.2 * 2 * speakers));
  }

  @Property(tries = 100)
  void validationSpeakersAreBalancedAndLeaveTwoToLearnFrom(
      @ForAll @IntRange(min = 2, max = 24) int first,
      @ForAll @IntRange(min = 1, max = 6) int second,
      @ForAll long seed) {
    List<Utterance> clips = data(first, second);
    Split split = Splits.allForTraining(clips, new Validation.Speakers(0.25, seed));
    checkDivides(split, clips);
    checkSpeakersApart(split);
    for (String corpus : List.of("one", "two")) {
      int all = corpus.equals("one") ? first : second;
      List<Speaker> taken =
          Speaker.of(split.validation()).stream().filter(s -> s.corpus().equals(corpus)).toList();
      long women = taken.stream().filter(s -> s.sex().equals("female")).count();
      assertThat(taken)
          .hasSize(all <= 2 ? 0 : (int) Math.min(all - 2, Math.max(1, Math.round(0.25 * all))));
      assertThat(Math.abs(2 * women - taken.size())).isLessThanOrEqualTo(1);
    }
  }
}
