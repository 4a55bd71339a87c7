package org.emotone.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.emotone.corpus.Clips;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {

  private static final Validation NONE = new Validation.None();

  private final List<Utterance> clips = Clips.corpus("one", 4, 1);

  private final Path folder;

  SplitsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Clips of speaker n are tested in fold n. */
  private Path list(List<Utterance> listed) {
    StringBuilder csv = new StringBuilder("clip,test_fold\r\n");
    for (Utterance clip : listed) {
      csv.append(clip.id()).append(',').append(clip.speaker().substring(5)).append("\r\n");
    }
    return Folder.text(folder.resolve("emobox-one.csv"), csv.toString());
  }

  @Test
  void fixedListOfSeveralFoldsTestsOneAndTrainsOnTheOthers() throws CorpusException {
    Split split = Splits.fixed(clips, list(clips), 2, NONE);
    assertThat(split.protocol()).isEqualTo(Protocol.FIXED);
    assertThat(split.description()).isEqualTo("fixed emobox-one fold 2; no validation");
    assertThat(Speaker.names(split.test())).containsExactly("one:02");
    assertThat(split.train()).hasSize(9);
    assertThat(split.overlap().words())
        .isEqualTo(
            "speaker-independent, 0 speakers shared (3 in training, 1 in test), 3 sentences"
                + " shared");
  }

  @Test
  void fixedListOfOneFoldTrainsOnAllOtherClipsAndSaysThatSpeakersAreShared()
      throws CorpusException {
    Path csv =
        Folder.text(
            folder.resolve("test.csv"), "clip,test_fold\none-01-sad-0,1\none-02-happy-0,1\n");
    Split split = Splits.fixed(clips, csv, 1, NONE);
    assertThat(split.test()).hasSize(2);
    assertThat(split.train()).hasSize(10);
    assertThat(split.overlap().words())
        .isEqualTo(
            "speaker-dependent, 2 speakers shared (4 in training, 2 in test), 2 sentences shared");
  }

  @Test
  void fixedListCountsWhatIsMissingAndWhatIsNotListed() throws CorpusException {
    Path csv = list(clips);
    List<Utterance> other = new ArrayList<>(clips.subList(1, clips.size()));
    other.add(Clips.clip("one", "03", "unlisted", Emotion.CALM));
    Split split = Splits.fixed(other, csv, 2, NONE);
    assertThat(split.description())
        .isEqualTo(
            "fixed emobox-one fold 2; 1 listed clips are not in the data; 1 clips that are not"
                + " listed left out; no validation");
    assertThat(split.train()).hasSize(8);
  }

  @Test
  void fixedListAddsOtherCorporaToTheTrainingButNotTheSpeakersOfTheTest() throws CorpusException {
    List<Utterance> more = new ArrayList<>(clips);
    more.addAll(Clips.corpus("two", 2, 1));
    Utterance song =
        new Utterance(
            "one-song",
            "s",
            Path.of("s"),
            "one:02",
            Sex.MALE,
            null,
            "en",
            Emotion.SAD,
            "sad",
            null,
            null,
            null);
    more.add(song);
    Split split = Splits.fixed(more, list(clips), 2, NONE);
    assertThat(split.train()).hasSize(9 + 6).doesNotContain(song);
    assertThat(split.overlap().speakerIndependent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'clip,fold\na,1', ':1: no column ''test_fold''; the header has [clip, fold]'",
    "'clip,test_fold\na,x', ':2: test_fold is ''x''; expected a whole number from 1 to 1000000'",
    "'clip,test_fold\na,0', ':2: test_fold is ''0''; expected a whole number from 1 to 1000000'",
    "'clip,test_fold\na,1\n\na,2', ':4: clip ''a'' is listed a second time; a clip is in the test"
        + " of one fold'",
    "'clip,test_fold\na', ':2: has 1 fields, but the header has 2 (clip, test_fold)'",
    "'clip,test_fold\n', ': lists no clips; expected lines of clip,test_fold'",
    "'', ': is empty; expected a CSV file with a header'",
    "'clip,test_fold\na,2\nb,3', ': has no fold 1; it has 2, 3'",
    "'clip,test_fold\na,1\nb,2', ': fold 1 lists 1 test clips, of which the data have 0, and 0"
        + " clips to learn from; is the list for another corpus?'"
  })
  void damagedListIsAnErrorThatNamesTheLine(String csv, String message) {
    Path file = Folder.text(folder.resolve("list.csv"), csv);
    List<Utterance> unlisted = clips;
    assertThatThrownBy(() -> Splits.fixed(unlisted, file, 1, NONE))
        .isInstanceOf(CorpusException.class)
        .message()
        .isEqualTo(message.contains("fold 1 lists") ? expectedForeign(file) : file + message);
  }

  private static String expectedForeign(Path file) {
    return file
        + ": fold 1 lists 1 test clips, of which the data have 0, and 12 clips to learn from; is"
        + " the list for another corpus?";
  }

  @Test
  void missingListIsAnError() {
    Path missing = folder.resolve("missing.csv");
    assertThatThrownBy(() -> Splits.fixed(clips, missing, 1, NONE))
        .hasMessage(missing + ": cannot be read; does it exist?");
  }

  @Test
  void listedClipInTwoCorporaIsAnError() {
    Path csv = list(clips);
    List<Utterance> twice = new ArrayList<>(clips);
    twice.add(Clips.clip("two", "01", clips.get(0).id(), Emotion.SAD));
    assertThatThrownBy(() -> Splits.fixed(twice, csv, 1, NONE))
        .hasMessage(
            csv
                + ": clip 'one-01-happy-0' is in two corpora, one and two; give only the one that"
                + " the list is for");
  }

  @Test
  void namedSpeakersAreTheTestAndTheValidation() {
    Split split =
        Splits.bySpeakers(clips, List.of("one:03"), new Validation.Named(List.of("one:01")));
    assertThat(split.protocol()).isEqualTo(Protocol.SPEAKER_INDEPENDENT);
    assertThat(split.description()).isEqualTo("test on one:03; validation on one:01");
    assertThat(Speaker.names(split.test())).containsExactly("one:03");
    assertThat(Speaker.names(split.validation())).containsExactly("one:01");
    assertThat(Speaker.names(split.train())).containsExactly("one:02", "one:04");
    assertThat(split.trainingSet().utterances()).isEqualTo(split.train());
  }

  @Test
  void speakersThatCannotBeTakenAreErrors() {
    String there = "there are one:01, one:02, one:03, one:04";
    assertThatThrownBy(() -> Splits.bySpeakers(clips, List.of("one:09"), NONE))
        .hasMessage("speaker 'one:09' is not in the data; " + there);
    Validation tested = new Validation.Named(List.of("one:03"));
    assertThatThrownBy(() -> Splits.bySpeakers(clips, List.of("one:03"), tested))
        .hasMessage("validation speaker 'one:03' is in the test; choose another");
    Validation unknown = new Validation.Named(List.of("one:09"));
    assertThatThrownBy(() -> Splits.allForTraining(clips, unknown))
        .hasMessage("speaker 'one:09' is not in the training part; " + there);
    Validation all = new Validation.Named(List.of("one:01", "one:02", "one:03", "one:04"));
    assertThatThrownBy(() -> Splits.allForTraining(clips, all))
        .hasMessageEndingWith(
            "that leaves no clip to learn from; choose fewer validation speakers");
    assertThatThrownBy(() -> Splits.bySpeakers(clips, Speaker.names(clips), NONE))
        .hasMessageEndingWith("leaves 12 clips to test on and 0 to learn from; both are needed");
  }

  @Test
  void wholeCorporaCanBeHeldOut() {
    List<Utterance> both = new ArrayList<>(clips);
    both.addAll(Clips.corpus("two", 2, 1));
    Split split = Splits.crossCorpus(both, List.of("two"), NONE);
    assertThat(split.test()).extracting(Utterance::corpus).containsOnly("two");
    assertThat(split.train()).isEqualTo(clips);
    assertThatThrownBy(() -> Splits.crossCorpus(both, List.of("three"), NONE))
        .hasMessage("corpus 'three' is not in the data; there are one, two");
  }

  @Test
  void numbersOutOfRangeAreErrorsThatNameTheRange() {
    assertThatThrownBy(() -> Splits.speakerFolds(clips, 5, 1, NONE, 1))
        .hasMessage("folds: 5 is out of range; allowed is 2 to 4, the number of speakers");
    assertThatThrownBy(() -> Splits.speakerFolds(clips, 2, 3, NONE, 1))
        .hasMessage("fold: 3 is out of range; allowed is 1 to 2, the number of folds");
    assertThatThrownBy(() -> Splits.random(clips, 1, NONE, 1))
        .hasMessage("test share: 1.0 is out of range; allowed is above 0 and below 1");
    assertThatThrownBy(() -> new Validation.Speakers(Double.NaN, 1))
        .hasMessage("validation share: NaN is out of range; allowed is above 0 and below 1");
    assertThatThrownBy(() -> new Validation.SpeakerCount(0, 1))
        .hasMessage("validation speakers: 0 is out of range; allowed is at least 1");
  }

  @Test
  void clipsThatStandTwiceOrNotAtAllAreErrors() {
    List<Utterance> twice = new ArrayList<>(clips);
    twice.add(clips.get(0));
    assertThatThrownBy(() -> Splits.allForTraining(twice, NONE))
        .hasMessage("clip one:one-01-happy-0 stands twice in the data; is a corpus given twice?");
    assertThatThrownBy(() -> Splits.allForTraining(List.of(), NONE))
        .hasMessage("there are no clips to divide");
  }

  @Test
  void corpusOfTwoSpeakersGivesNoneForValidation() {
    Split split =
        Splits.allForTraining(Clips.corpus("tess", 2, 1), new Validation.Speakers(0.2, 1));
    assertThat(split.validation()).isEmpty();
    assertThat(split.description())
        .isEqualTo("all clips for training; no validation: no corpus has a speaker to spare");
    assertThat(split.overlap().words()).isEqualTo("no test, 2 speakers in training");
  }

  @Test
  void speakersOfTheTestAreNeverTakenForValidation() {
    Split split = Splits.random(clips, 0.34, new Validation.Speakers(0.5, 1), 3);
    Set<String> tested = Speaker.names(split.test());
    assertThat(Speaker.names(split.validation())).doesNotContainAnyElementsOf(tested);
  }

  @Test
  void seedDecidesWhichSpeakersAreTaken() {
    List<Utterance> many = Clips.corpus("one", 24, 1);
    assertThat(Splits.allForTraining(many, new Validation.Speakers(0.2, 1)).validation())
        .isNotEqualTo(Splits.allForTraining(many, new Validation.Speakers(0.2, 2)).validation());
  }

  @Test
  void overlapCountsSharedRecordingsAndUsesTheSingular() {
    List<Utterance> one = clips.subList(0, 1);
    assertThat(new Split(Protocol.RANDOM, "by hand", one, List.of(), one).overlap().words())
        .isEqualTo(
            "speaker-dependent, 1 speaker shared (1 in training, 1 in test), 1 sentence shared, 1"
                + " recording shared");
    assertThat(Overlap.ofSpeakers(List.of("one:01", "one:09"), clips).words())
        .isEqualTo("speaker-dependent, 1 speaker shared (2 in training, 4 in test)");
  }

  @Test
  void validationSpeakersCountAsTraining() {
    Split split =
        new Split(
            Protocol.RANDOM,
            "by hand",
            clips.subList(0, 3),
            clips.subList(3, 6),
            clips.subList(3, 6));
    assertThat(split.overlap().speakers()).isEqualTo(1);
  }

  @Test
  void validationSaysWhyNoSpeakerCanBeTaken() throws CorpusException {
    List<Utterance> clips = Clips.corpus("c", 3, 2);
    StringBuilder list = new StringBuilder("clip,test_fold\n");
    clips.forEach(clip -> list.append(clip.id()).append(clip.id().endsWith("0") ? ",1\n" : ",2\n"));
    Path csv = Folder.text(folder.resolve("list.csv"), list.toString());
    assertThat(Splits.fixed(clips, csv, 1, new Validation.SpeakerCount(1, 1)).description())
        .endsWith("no validation: all speakers are in the test, too");
    assertThat(
            Splits.leaveOneSpeakerOut(clips, "c:01", new Validation.SpeakerCount(1, 1))
                .description())
        .endsWith("no validation: no corpus has a speaker to spare");
  }
}
