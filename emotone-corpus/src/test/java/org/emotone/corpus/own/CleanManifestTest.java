package org.emotone.corpus.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanManifestTest {

  private final Path root;

  CleanManifestTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void recordings() {
    Folder.with(root, "rec/a, \"b\".wav", "rec/calls.wav");
    Folder.text(
        root.resolve("rec/list.csv"),
        """
        path,label,speaker,start,end,sex,age,language,sentence,intensity,take,licence
        "a, ""b"".wav",müde,anna,,,f,30,de,s1,high,2,CC0
        calls.wav,angry,ben,0.5,1.25,m,,,,,,CC0
        calls.wav,sad,,2,,,,,,,,CC0
        """);
  }

  private Import imported() throws IOException {
    return Import.of(
        root.resolve("rec/list.csv"),
        new ImportOptions("own-calls", "", "und", Map.of("müde", "other"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean.csv", "rec/clean.tsv", "deep/er/clean.jsonl"})
  void whatIsWrittenIsReadBackWithoutTheOptions(String name) throws IOException {
    Import found = imported();
    assertThat(found.complete()).isTrue();
    Path manifest = root.resolve(name);

    found.write(manifest);

    CorpusReader reader = Corpora.byId("own-calls");
    assertThat(reader.read(manifest).utterances()).isEqualTo(found.corpus().utterances());
    assertThat(reader.read(manifest).licence()).isEqualTo("CC0");
  }

  @Test
  void pathsAreRelativeWhereTheRecordingsLieBelowTheManifest() throws IOException {
    Import found = imported();
    found.write(root.resolve("rec/in.csv"));
    found.write(root.resolve("other/out.csv"));
    assertThat(Files.readString(root.resolve("rec/in.csv")))
        .startsWith("path,label,emotion,speaker,start,end,sex,")
        .contains("\ncalls.wav,angry,angry,ben,0.5,1.25,male,");
    assertThat(Files.readString(root.resolve("other/out.csv")))
        .contains("\n" + root.resolve("rec/calls.wav") + ",angry,");
  }

  @Test
  void manifestIsRecognisedAndAPublishedCorpusGoesBeforeAManifestInIt() throws IOException {
    imported().write(root.resolve("rec/manifest.csv"));
    for (String place : new String[] {"rec/manifest.csv", "rec/list.csv", "rec"}) {
      assertThat(Corpora.recognise(root.resolve(place))).map(CorpusReader::id).contains("own");
    }
    Folder.with(root.resolve("savee"), "DC_a01.wav");
    Folder.text(root.resolve("savee/manifest.csv"), "path,label\nDC_a01.wav,sad\n");
    assertThat(Corpora.recognise(root.resolve("savee"))).map(CorpusReader::id).contains("savee");
    assertThat(Corpora.recognise(root.resolve("savee/manifest.csv")))
        .map(CorpusReader::id)
        .contains("own");
  }

  @Test
  void tableCannotHoldLineBreaksAndNoOtherFormIsWritten() throws IOException {
    Folder.text(
        root.resolve("rec/list.jsonl"),
        "{\"path\": \"calls.wav\", \"label\": \"sad\", \"sentence\": \"two\\nlines\"}\n");
    Import found = Import.of(root.resolve("rec/list.jsonl"), ImportOptions.DEFAULTS);
    Path table = root.resolve("t.csv");
    assertThatThrownBy(() -> found.write(table))
        .hasMessage(
            table
                + ": a text of calls has a line break, which such a table cannot hold; write"
                + " .jsonl");
    assertThatThrownBy(() -> found.write(root.resolve("t.xlsx")))
        .hasMessageContaining("is no name for a manifest");
    found.write(root.resolve("t.jsonl"));
    assertThat(Corpora.byId("own").read(root.resolve("t.jsonl")).utterances())
        .extracting(Utterance::sentence)
        .containsExactly("own:two\nlines");
  }

  @Test
  void emotionBesideALabelSaysWhatItMeans() throws IOException {
    Path list =
        Folder.text(
            root.resolve("rec/l.csv"),
            "file,label,emotion\ncalls.wav,cross,Anger\n\"a, \"\"b\"\".wav\",odd,odd\n");
    Import found = Import.of(list, ImportOptions.DEFAULTS);
    assertThat(found.corpus().utterances())
        .extracting(clip -> clip.nativeLabel() + " " + clip.emotion().id())
        .containsExactly("cross angry");
    assertThat(found.findings().get(0).words())
        .startsWith("error: l.csv:3: emotion 'odd' is none of anger, angry, bored,");
  }
}
