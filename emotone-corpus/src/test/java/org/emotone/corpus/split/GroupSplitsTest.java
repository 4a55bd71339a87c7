package org.emotone.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.corpus.Clips;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.junit.jupiter.api.Test;

class GroupSplitsTest {

  private static final Validation NONE = new Validation.None();

  /** A clip with a sentence of its own. */
  private static Utterance saying(String corpus, String speaker, int sentence, Emotion emotion) {
    String id = speaker + "-" + sentence + "-" + emotion.id();
    return new Utterance(
        corpus,
        id,
        Path.of(id + ".wav"),
        corpus + ":" + speaker,
        Sex.FEMALE,
        null,
        "en",
        emotion,
        emotion.id(),
        null,
        sentence == 0 ? null : corpus + ":" + sentence,
        null);
  }

  private static List<Utterance> sentences(int sentences) {
    List<Utterance> clips = new ArrayList<>();
    for (int s = 1; s <= sentences; s++) {
      for (String speaker : List.of("a", "b", "c")) {
        clips.add(saying("one", speaker, s, Emotion.SAD));
        clips.add(saying("one", speaker, s, Emotion.HAPPY));
      }
    }
    return clips;
  }

  private static Set<String> spoken(List<Utterance> clips) {
    return clips.stream().map(clip -> String.valueOf(clip.sentence())).collect(Collectors.toSet());
  }

  @Property(tries = 60)
  void copiesOfARecordingAreNeverOnBothSides(
      @ForAll @IntRange(min = 2, max = 8) int speakers,
      @ForAll @IntRange(min = 1, max = 4) int copies,
      @ForAll long seed) {
    List<Utterance> originals = Clips.corpus("one", speakers, 4);
    List<Utterance> clips = new ArrayList<>(originals);
    Map<String, String> recordingOf = new HashMap<>();
    for (Utterance original : originals) {
      recordingOf.put(original.name(), original.id());
      for (int c = 0; c < copies; c++) {
        Utterance copy =
            Clips.clip(
                "one",
                original.speaker().substring(4),
                original.id() + "-noise" + c,
                original.emotion());
        recordingOf.put(copy.name(), original.id());
        clips.add(copy);
      }
    }
    Split split =
        Splits.byRecording(clips, recordingOf, 0.3, new Validation.Clips(0.2, seed), seed);

    assertThat(split.protocol()).isEqualTo(Protocol.BY_RECORDING);
    Map<String, Set<String>> sides = new HashMap<>();
    List<List<Utterance>> parts = List.of(split.train(), split.validation(), split.test());
    for (int i = 0; i < parts.size(); i++) {
      for (Utterance clip : parts.get(i)) {
        sides
            .computeIfAbsent(
                recordingOf.getOrDefault(clip.name(), clip.name()), r -> new HashSet<>())
            .add("part " + i);
      }
    }
    assertThat(sides.values()).allMatch(side -> side.size() == 1);
    assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(clips);
  }

  @Property(tries = 60)
  void noSentenceOfTheTestIsSpokenElsewhere(
      @ForAll @IntRange(min = 3, max = 15) int sentences, @ForAll long seed) {
    List<Utterance> clips = sentences(sentences);
    Split split = Splits.sentenceOpen(clips, 0.3, new Validation.Sentences(0.3, seed), seed);

    assertThat(split.overlap().sentences()).isZero();
    assertThat(spoken(split.validation()))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(spoken(split.train()));
    assertThat(Stream.of(split.train(), split.validation(), split.test()).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(clips);
    assertThat(split.overlap().words())
        .isEqualTo(
            "speaker-dependent, 3 speakers shared (3 in training, 3 in test), 0 sentences shared");
  }

  @Test
  void clipsWithoutASentenceAreLeftOutOfASentenceOpenSplit() {
    List<Utterance> clips = new ArrayList<>(sentences(4));
    clips.add(saying("one", "a", 0, Emotion.ANGRY));
    Split split = Splits.sentenceOpen(clips, 0.25, NONE, 1);
    assertThat(split.description())
        .isEqualTo("random 0.25 of the sentences (seed 1); 1 clips left out; no validation");
    assertThat(split.protocol().words()).isEqualTo("sentence-open split");
    assertThat(split.test()).hasSize(6);
  }

  @Test
  void oneSentenceCannotBeDivided() {
    assertThatThrownBy(() -> Splits.sentenceOpen(sentences(1), 0.5, NONE, 1))
        .hasMessage(
            "random 0.5 of the sentences (seed 1): leaves 0 clips to test on and 6 to learn from;"
                + " both are needed");
  }

  @Test
  void corpusLeftOutTakesItsSpeakersAlong() {
    List<Utterance> clips = new ArrayList<>(Clips.corpus("ravdess", 3, 1));
    clips.addAll(Clips.corpus("tess", 2, 1));
    Utterance plain = Clips.clip("ravdess-song", "02", "song", Emotion.SAD);
    clips.add(
        new Utterance(
            "ravdess-song",
            "song",
            plain.path(),
            "ravdess:02",
            null,
            null,
            "en",
            Emotion.SAD,
            "sad",
            null,
            null,
            null));
    Split split = Splits.leaveOneCorpusOut(clips, "ravdess", NONE);
    assertThat(split.protocol()).isEqualTo(Protocol.CROSS_CORPUS);
    assertThat(split.description()).isEqualTo("leave out ravdess; 1 clips left out; no validation");
    assertThat(split.overlap().speakerIndependent()).isTrue();
    assertThat(split.train()).hasSize(6);
    assertThatThrownBy(() -> Splits.leaveOneCorpusOut(clips, "savee", NONE))
        .hasMessage("corpus 'savee' is not in the data; there are ravdess, ravdess-song, tess");
  }

  @Test
  void publishedFoldTestsItsSpeakersAndTakesItsValidation() {
    List<Utterance> clips = Clips.corpus("ravdess", 24, 1);
    Split split =
        Splits.published(clips, PublishedFolds.of("ravdess-reslstm"), 1, new Validation.None());
    assertThat(Speaker.names(split.test()))
        .containsExactly("ravdess:02", "ravdess:05", "ravdess:14", "ravdess:15", "ravdess:16");
    assertThat(Speaker.names(split.validation())).containsExactly("ravdess:03", "ravdess:06");
    assertThat(split.description())
        .isEqualTo(
            "fixed ravdess-reslstm fold 1, test on ravdess:02, ravdess:05, ravdess:14, ravdess:15,"
                + " ravdess:16; validation on ravdess:03, ravdess:06");
  }

  @Test
  void publishedFoldWithoutAValidationTakesTheOneAskedFor() {
    List<Utterance> clips = Clips.corpus("ravdess", 24, 1);
    Split split =
        Splits.published(
            clips, PublishedFolds.of("ravdess-emobox"), 6, new Validation.SpeakerCount(2, 1));
    assertThat(split.validation()).hasSize(6);
    assertThat(split.overlap().speakerIndependent()).isTrue();
  }

  @Test
  void everyPublishedListDividesItsSpeakers() {
    for (PublishedFolds folds : PublishedFolds.all()) {
      List<String> tests = folds.folds().stream().flatMap(fold -> fold.test().stream()).toList();
      assertThat(tests).as(folds.id()).doesNotHaveDuplicates();
      assertThat(tests).allMatch(speaker -> speaker.startsWith(folds.corpus() + ":"));
      folds.folds().forEach(fold -> assertThat(fold.validation()).noneMatch(fold.test()::contains));
    }
    assertThatThrownBy(() -> PublishedFolds.of("x"))
        .hasMessageStartingWith("no published folds are called 'x'; there are ravdess-reslstm,");
    assertThatThrownBy(
            () ->
                Splits.published(
                    Clips.corpus("tess", 2, 1), PublishedFolds.of("tess-speakers"), 3, NONE))
        .hasMessage(
            "fold: 3 is out of range; allowed is 1 to 2, the number of folds of tess-speakers");
  }

  @Property(tries = 60)
  void speakersOfTheValidationAreApartWhereTheTestIsDrawnFromAll(
      @ForAll @IntRange(min = 4, max = 9) int speakers, @ForAll long seed) {
    List<Utterance> clips = Clips.corpus("c", speakers, 4);
    Validation validation = new Validation.SpeakerCount(2, seed);
    for (Split split :
        List.of(
            Splits.random(clips, 0.3, validation, seed),
            Splits.byRecording(clips, Map.of(), 0.3, validation, seed),
            Splits.sentenceOpen(clips, 0.3, validation, seed))) {
      Set<String> others = new HashSet<>(Speaker.names(split.train()));
      others.addAll(Speaker.names(split.test()));
      assertThat(Speaker.names(split.validation())).hasSize(2).doesNotContainAnyElementsOf(others);
      assertThat(split.description()).contains("validation on c:");
    }
    Split open = Splits.sentenceOpen(clips, 0.3, validation, seed);
    assertThat(open.overlap().sentences()).isZero();
    Split random = Splits.random(clips, 0.3, validation, seed);
    assertThat(random.train().size() + random.validation().size() + random.test().size())
        .isEqualTo(clips.size());
  }
}
