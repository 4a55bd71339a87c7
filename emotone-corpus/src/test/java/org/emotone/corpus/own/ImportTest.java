package org.emotone.corpus.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.emotone.audio.Waveform;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {

  private final Path root;

  ImportTest(@TempDir Path root) {
    this.root = root;
  }

  private Import imported() throws CorpusException {
    return Import.of(root, ImportOptions.DEFAULTS);
  }

  private Import manifest(String text) throws CorpusException {
    Folder.with(root, "a/1.wav", "a/2.wav", "b/3.wav");
    Folder.text(root.resolve("manifest.csv"), text);
    return imported();
  }

  private static List<String> words(Import found) {
    return found.findings().stream().map(Import.Finding::words).toList();
  }

  @Test
  void foldersOfClassesAndSpeakersAreRead() throws CorpusException {
    Folder.with(root, "data/angry/anna/1.wav", "data/angry/ben/1.wav", "data/joy/anna/2.flac");
    Import found = imported();
    assertThat(found.form()).isEqualTo(Import.Form.FOLDERS);
    assertThat(found.complete()).isTrue();
    assertThat(found.corpus().utterances())
        .extracting(Utterance::name, Utterance::speaker, Utterance::emotion, Utterance::nativeLabel)
        .containsExactly(
            tuple("own:data/angry/anna/1", "own:anna", Emotion.ANGRY, "angry"),
            tuple("own:data/angry/ben/1", "own:ben", Emotion.ANGRY, "angry"),
            tuple("own:data/joy/anna/2", "own:anna", Emotion.HAPPY, "joy"));
  }

  @Test
  void foldersWithoutSpeakersSayThatSpeakerIndependentSplitsAreImpossible() throws CorpusException {
    Folder.with(root, "angry/1.wav", "sad/2.wav");
    Import found = imported();
    assertThat(found.corpus().utterances()).noneMatch(Utterance::speakerKnown);
    assertThat(words(found))
        .contains(
            "warning: speaker: not stated, so speaker-independent splits are impossible and every"
                + " figure will flatter; put a folder for each speaker into those of the classes",
            "note: sentence: not stated: splits by sentence are impossible",
            "note: licence: not stated: the card of a model trained on this will say so");
  }

  @Test
  void namesThatEndInALabelAreRead() throws CorpusException {
    Folder.with(root, "clip_1_angry.wav", "clip_2_Sadness.wav");
    Import found = imported();
    assertThat(found.form()).isEqualTo(Import.Form.NAMES);
    assertThat(found.corpus().utterances())
        .extracting(Utterance::id, Utterance::emotion)
        .containsExactly(
            tuple("clip_1_angry", Emotion.ANGRY), tuple("clip_2_Sadness", Emotion.SAD));
  }

  @Test
  void namesMayEndInOwnLabelsAndFoldersGoBeforeNames() throws CorpusException {
    Folder.text(root.resolve("labels.csv"), "label,emotion\nmuede,other\n");
    Folder.with(root, "x/clip_muede.wav", "x/clip_sad.wav");
    assertThat(imported().form()).isEqualTo(Import.Form.NAMES);
    Folder.with(root.resolve("classes"), "sad/anna/clip_sad.wav", "calm/ben/clip_calm.wav");
    assertThat(Import.of(root.resolve("classes"), ImportOptions.DEFAULTS).form())
        .isEqualTo(Import.Form.FOLDERS);
    Path list = Folder.text(root.resolve("labels.csv"), "label,emotion\nmuede,tired\n");
    assertThatThrownBy(this::imported)
        .hasMessageStartingWith(list + ":2: emotion is 'tired'; expected one of angry, boredom,");
  }

  @Test
  void manifestSaysEverything() throws CorpusException {
    Import found =
        manifest(
            """
            path,label,speaker,start,end,sex,age,language,sentence,intensity,take
            a/1.wav,angry,anna,,,f,30,de,s1,high,2
            a/2.wav,sad,ben,0.5,1.25,male,,,s2,,
            a/2.wav,happy,ben,2,,male,,,,,
            """);
    Utterance first = found.corpus().utterances().get(0);
    assertThat(first)
        .isEqualTo(
            new Utterance(
                "own",
                "a/1",
                root.resolve("a/1.wav"),
                "own:anna",
                Sex.FEMALE,
                30,
                "de",
                Emotion.ANGRY,
                "angry",
                "high",
                "own:s1",
                2));
    assertThat(found.corpus().utterances())
        .extracting(Utterance::id, Utterance::segment)
        .containsExactly(
            tuple("a/1", null),
            tuple("a/2#0.5-1.25", new Segment(0.5, 1.25)),
            tuple("a/2#2.0-", Segment.from(2)));
    assertThat(words(found))
        .contains(
            "note: "
                + root
                + ": 1 audio file in it is not listed, such as "
                + Path.of("b", "3.wav"));
  }

  @ParameterizedTest
  @CsvSource({"tsv", "jsonl"})
  void manifestMayBeTabsOrJsonLines(String extension) throws CorpusException {
    Folder.with(root, "a.wav", "b.wav");
    Folder.text(
        root.resolve("manifest." + extension),
        extension.equals("tsv")
            ? "file\temotion\tspeaker_id\tgender\na.wav\tfear\tx\tf\nb.wav\tcalm\ty\tm\n"
            : """
            {"file": "a.wav", "emotion": "fear", "speaker_id": "x", "gender": "f"}
            {"file": "b.wav", "emotion": "calm", "speaker_id": "y", "gender": "m", "more": [1]}
            """);
    assertThat(imported().corpus().utterances())
        .extracting(Utterance::emotion, Utterance::speaker, Utterance::sex)
        .containsExactly(
            tuple(Emotion.FEAR, "own:x", Sex.FEMALE), tuple(Emotion.CALM, "own:y", Sex.MALE));
  }

  @Test
  void everythingWrongWithAManifestIsSaid() throws CorpusException {
    Import found =
        manifest(
            """
            path,label,speaker,start,end,sex,age
            a/1.wav,angry,anna,,,x,old
            a/1.wav,angry,anna,,,,
            a/1.wav,sad,anna,,,,
            a/2.wav,angri,anna,,,,
            b/3.wav,sad,anna,3,2,,
            b/3.wav,sad,anna,soon,,,
            c/4.wav,sad,anna,,,,
            b/3.wav,,anna,,,,
            """);
    assertThat(found.complete()).isFalse();
    assertThat(words(found))
        .contains(
            "warning: manifest.csv:2: sex 'x' is neither female nor male, and is left open",
            "warning: manifest.csv:2: age 'old' is no whole number, and is left open",
            "warning: manifest.csv:3: lists the clip of manifest.csv:2 again",
            "error: manifest.csv:4: gives the clip of manifest.csv:2 another label, 'sad'",
            "error: manifest.csv:6: end: 2.0 is out of range; allowed is above the start, 3.0"
                + " seconds",
            "error: manifest.csv:7: start: 'soon' is no time; expected seconds such as 1.5, or"
                + " 00:00:01.5",
            "error: manifest.csv:8: "
                + root.resolve("c/4.wav")
                + " is missing; is the path relative to the manifest?",
            "error: manifest.csv:9: has no label",
            "warning: speaker: only one, so speaker-independent splits are impossible",
            "warning: label: only one, 'angry': there is nothing to tell apart");
    assertThat(words(found))
        .anyMatch(
            line ->
                line.startsWith(
                    "error: label 'angri': 1 clip has it, and it is no word for an emotion; did"
                        + " you mean 'angry'? known are anger, angry, bored,"));
    assertThat(found.findings())
        .extracting(Import.Finding::severity)
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(found.corpus().utterances()).hasSize(1);
  }

  @Test
  void ownLabelsAreKnownFromAListOrTheOptions() throws CorpusException {
    Folder.with(root, "wütend/1.wav", "confident/2.wav", "tired/3.wav");
    Folder.text(root.resolve("labels.csv"), "label,emotion\nwütend,angry\nconfident,other\n");
    Import found =
        Import.of(root, new ImportOptions("own-de", "CC0", "de", Map.of("tired", "other"), ""));
    assertThat(found.complete()).isTrue();
    assertThat(found.corpus().licence()).isEqualTo("CC0");
    assertThat(found.corpus().utterances())
        .extracting(Utterance::speaker, Utterance::emotion, Utterance::language)
        .containsExactly(
            tuple("own-de:unknown", Emotion.OTHER, "de"),
            tuple("own-de:unknown", Emotion.OTHER, "de"),
            tuple("own-de:unknown", Emotion.ANGRY, "de"));
  }

  private void audformat() {
    Folder.with(root, "wav/a.wav", "wav/b.wav");
    Folder.text(
        root.resolve("db.yaml"),
        """
        name: mine
        languages: [deu]
        schemes:
          emotion: {dtype: str, labels: [anger, happiness]}
          speaker:
            dtype: int
            labels:
              3: {gender: male, age: 31}
              8: {gender: female, age: 34}
        tables:
          emotion:
            type: segmented
            columns:
              emotion: {scheme_id: emotion, rater_id: gold}
          files:
            type: filewise
            columns:
              speaker: {scheme_id: speaker}
              transcription: {scheme_id: transcription}
        """);
    Folder.text(
        root.resolve("db.emotion.csv"),
        """
        file,start,end,emotion
        wav/a.wav,0 days 00:00:00,0 days 00:00:01.500000,anger
        wav/b.wav,0 days 00:00:01,NaT,happiness
        """);
    Folder.text(
        root.resolve("db.files.csv"),
        "file,speaker,transcription\nwav/a.wav,3,a01\nwav/b.wav,8,a02\n");
  }

  @Test
  void audformatTablesAreJoined() throws CorpusException {
    audformat();
    Import found = imported();
    assertThat(found.form()).isEqualTo(Import.Form.AUDFORMAT);
    assertThat(found.corpus().utterances())
        .extracting(
            Utterance::speaker,
            Utterance::sex,
            Utterance::age,
            Utterance::emotion,
            Utterance::sentence,
            Utterance::segment)
        .containsExactly(
            tuple("own:3", Sex.MALE, 31, Emotion.ANGRY, "own:a01", new Segment(0, 1.5)),
            tuple("own:8", Sex.FEMALE, 34, Emotion.HAPPY, "own:a02", Segment.from(1)));
  }

  @Test
  void audformatTablesThatAreMissingOrUnclearAreErrors() {
    audformat();
    assertThatThrownBy(
            () -> Import.of(root, new ImportOptions("own", "", "und", Map.of(), "votes")))
        .hasMessage(root.resolve("db.yaml") + ": table 'votes' has no emotions; there are emotion");
    Folder.text(
        root.resolve("db.yaml"),
        """
        tables:
          one: {type: filewise, columns: {emotion: {}}}
          two: {type: filewise, columns: {felt: {scheme_id: emotion}}}
        """);
    assertThatThrownBy(this::imported)
        .hasMessage(
            root.resolve("db.yaml") + ": several tables have emotions; name one of one, two");
    assertThatThrownBy(() -> Import.of(root, new ImportOptions("own", "", "und", Map.of(), "two")))
        .hasMessageStartingWith(root.resolve("db.two.csv") + ": is missing; save the database");
    Folder.text(root.resolve("db.yaml"), "tables: {");
    assertThatThrownBy(this::imported)
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(root.resolve("db.yaml") + ": is no YAML: ");
  }

  @ParameterizedTest
  @CsvSource({
    "'path,lable\na/1.wav,sad', ':1: no column ''label'' (is ''lable'' it?); there are path, lable,"
        + " and path and label are needed'",
    "'path,label\n,sad', ':2: names no file; expected a path'"
  })
  void manifestThatCannotBeUnderstoodIsAnErrorThatNamesTheLine(String text, String message) {
    assertThatThrownBy(() -> manifest(text)).hasMessage(root.resolve("manifest.csv") + message);
  }

  @Test
  void nothingToUseIsAnError() {
    Folder.with(root, "one.wav");
    assertThatThrownBy(this::imported)
        .hasMessage(root + ": not one of its 1 clips can be used; error: one.wav: has no label");
    Path text = Folder.text(root.resolve("list.txt"), "");
    assertThatThrownBy(() -> Import.of(text, ImportOptions.DEFAULTS))
        .hasMessage(text + ": is no manifest; expected a file that ends in .csv, .tsv or .jsonl");
    assertThatThrownBy(() -> ImportOptions.of("My Corpus"))
        .hasMessageStartingWith("id: 'My Corpus' is not allowed");
  }

  @Test
  void ownCorporaAreReadByTheirId() throws CorpusException {
    Folder.with(root, "angry/anna/1.wav", "sad/anna/2.wav");
    assertThat(Corpora.recognise(root)).isEmpty();
    assertThat(Corpora.byId("own-lab").read(root).utterances())
        .extracting(Utterance::name)
        .containsExactly("own-lab:angry/anna/1", "own-lab:sad/anna/2");
    assertThat(Corpora.readers()).extracting(CorpusReader::id).endsWith("own");
  }

  @Test
  void segmentCutsAWaveformAtTheNearestSample() {
    Waveform file = new Waveform(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10);
    assertThat(new Segment(0.2, 0.5).of(file).samples()).containsExactly(2, 3, 4);
    assertThat(Segment.from(0.8).of(file).samples()).containsExactly(8, 9);
    assertThat(new Segment(0.8, 9).of(file).samples()).containsExactly(8, 9);
    assertThatThrownBy(() -> Segment.from(1).of(file))
        .hasMessage("the segment begins at 1.0 s, but the recording has only 1.0 s");
    assertThatThrownBy(() -> new Segment(-1, 2))
        .hasMessage("start: -1.0 is out of range; allowed is from 0 seconds");
  }
}
