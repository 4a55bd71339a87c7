package org.emotone.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {

  private final Path root;

  LayoutsTest(@TempDir Path root) {
    this.root = root;
  }

  private Corpus read(String id, String... files) throws CorpusException {
    return Corpora.byId(id).read(Folder.with(root, files));
  }

  @ParameterizedTest
  @CsvSource({
    "ravdess, 03-01-03-01-01-01-07",
    "ravdess-song, 03-02-03-01-01-01-07",
    "cremad, 1001_IEO_ANG_HI",
    "tess, OAF_back_fear",
    "savee, DC_a01",
    "emodb, 03a01Fa"
  })
  void everyLayoutExtensionAndCaseGivesTheSameId(String id, String name) throws CorpusException {
    List<String> files =
        List.of(
            name + ".wav",
            "deep/er/my own name/" + name + ".FLAC",
            name.toLowerCase(Locale.ROOT) + ".opus",
            name.toUpperCase(Locale.ROOT) + ".OGG",
            "a/" + name + ".Mp3",
            "b/" + name + ".aif",
            "c/" + name + ".AIFF");
    for (int i = 0; i < files.size(); i++) {
      Path folder = Folder.with(root.resolve("layout " + i), files.get(i));
      assertThat(Corpora.recognise(folder)).map(CorpusReader::id).contains(id);
      assertThat(Corpora.byId(id).recognises(folder)).isTrue();
      assertThat(Corpora.byId(id).read(folder).utterances())
          .extracting(Utterance::id, Utterance::path)
          .containsExactly(tuple(name, folder.resolve(files.get(i))));
    }
  }

  @Test
  void ofSeveralCopiesTheLosslessAndShallowIsRead() throws CorpusException {
    Corpus corpus =
        read(
            "cremad",
            "AudioMP3/1001_IEO_ANG_HI.mp3",
            "AudioWAV/old/1001_IEO_ANG_HI.wav",
            "AudioWAV/1001_IEO_ANG_HI.wav");
    assertThat(corpus.utterances())
        .extracting(Utterance::path)
        .containsExactly(root.resolve("AudioWAV/1001_IEO_ANG_HI.wav"));
    assertThat(corpus.rejected())
        .extracting(Rejected::reason)
        .containsOnly(
            "another copy of 1001_IEO_ANG_HI, which is read from "
                + Path.of("AudioWAV", "1001_IEO_ANG_HI.wav"));
  }

  @Test
  void hiddenFilesAndOtherFilesAreNoAudio() throws CorpusException {
    Corpus corpus =
        read(
            "savee",
            "DC_a01.wav",
            "._DC_a02.wav",
            "__MACOSX/DC_a03.wav",
            ".cache/DC_a04.wav",
            "Info.txt",
            "DC_a05");
    assertThat(corpus.utterances()).hasSize(1);
    assertThat(corpus.rejected()).isEmpty();
  }

  @Test
  void linkedFolderIsReadAndLoopsEnd() throws IOException {
    Path real = Folder.with(root.resolve("real"), "DC_a01.wav");
    Files.createSymbolicLink(real.resolve("loop"), real);
    Path link = Files.createSymbolicLink(root.resolve("link"), real);
    assertThat(Corpora.byId("savee").read(link).utterances())
        .extracting(Utterance::path)
        .containsExactly(link.resolve("DC_a01.wav"));
  }

  @Test
  void folderWithSpeechAndSongIsRecognisedAsSpeech() {
    Folder.with(root, "03-01-03-01-01-01-07.wav", "03-02-03-01-01-01-07.wav");
    assertThat(Corpora.recognise(root)).map(CorpusReader::id).contains("ravdess");
  }

  @Test
  void folderOfSeveralCorporaOrOfNoneIsNotRecognised() {
    assertThat(Corpora.recognise(root)).isEmpty();
    Folder.with(root, "OAF_back_fear.wav", "DC_a01.wav");
    assertThat(Corpora.recognise(root)).isEmpty();
    assertThat(Corpora.recognise(root.resolve("missing"))).isEmpty();
  }

  @Test
  void errorsSayWhatIsWrongWithTheFolder() {
    CorpusReader reader = Corpora.byId("tess");
    Path missing = root.resolve("missing");
    assertThatThrownBy(() -> reader.read(missing))
        .isInstanceOf(CorpusException.class)
        .hasMessage(missing + ": there is no such folder; give the folder that holds the corpus");
    assertThatThrownBy(() -> reader.read(root))
        .hasMessage(
            root
                + ": holds no audio files ("
                + String.join(", ", AudioFiles.EXTENSIONS)
                + "); expected files named OAF_back_angry (OAF or YAF, word, emotion) for tess");
    Path file = Folder.text(root.resolve("DC_a01.wav"), "");
    assertThatThrownBy(() -> reader.read(file))
        .hasMessage(file + ": is a file; give the folder that holds the corpus");
    assertThatThrownBy(() -> reader.read(root))
        .hasMessage(
            root
                + ": none of its 1 audio files is a clip of tess; expected files named"
                + " OAF_back_angry (OAF or YAF, word, emotion); DC_a01.wav: the name is not of the"
                + " form OAF_back_angry (OAF or YAF, word, emotion)");
    assertThatThrownBy(() -> Corpora.byId("timit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no corpus is called 'timit'; there are "
                + String.join(", ", Corpora.readers().stream().map(CorpusReader::id).toList()));
  }

  @Test
  void folderThatCouldBeOfTwoCorporaIsLeftToTheUser() {
    Folder.with(root, "08a04Ta.wav", "08a01Na.wav");
    assertThat(Corpora.recognise(root)).isEmpty();
    assertThat(Corpora.candidates(root))
        .extracting(CorpusReader::id)
        .containsExactlyInAnyOrder("emodb", "oreau");
    Folder.with(root, "08a04Wa.wav");
    assertThat(Corpora.recognise(root)).map(CorpusReader::id).contains("emodb");
  }
}
