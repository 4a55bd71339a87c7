package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusCommandTest {

  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  @Test
  void listNamesTheCorporaAndTheirLicences() {
    Console console = Console.run("corpus", "list");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("ravdess", "cremad", "tess", "savee", "emodb", "CC BY-NC-SA 4.0");
  }

  @Test
  void inspectCountsWhatAFolderHolds(@TempDir Path folder) throws IOException {
    Files.copy(CLIP, folder.resolve("03-01-04-01-01-01-02.wav"));
    Files.copy(CLIP, folder.resolve("03-01-05-01-01-01-01.wav"));
    Files.copy(CLIP, folder.resolve("03-01-05-02-01-01-01.wav"));
    Files.copy(CLIP, folder.resolve("03-01-05-02-02-01-01.wav"));
    Files.copy(CLIP, folder.resolve("03-01-99-01-01-01-01.wav"));
    Console console = Console.run("corpus", "inspect", "--durations", folder.toString());
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .containsPattern("corpus +ravdess")
        .containsPattern("clips +4")
        .containsPattern("emotions +angry 3, sad 1")
        .containsPattern("speakers +2 \\(female 1, male 1\\)")
        .containsPattern("not used +name not understood 1")
        .contains("03-01-99-01-01-01-01.wav");
  }

  @Test
  void inspectCountsTheClassesOfASchemeInTheirOrder(@TempDir Path folder) throws IOException {
    Files.copy(CLIP, folder.resolve("03-01-04-01-01-01-02.wav"));
    Files.copy(CLIP, folder.resolve("03-01-03-01-01-01-01.wav"));
    Files.copy(CLIP, folder.resolve("03-01-08-01-01-01-01.wav"));
    Console console = Console.run("corpus", "inspect", "--labels", "valence3", folder.toString());
    assertThat(console.out())
        .containsPattern("valence3 +positive 1, negative 1, neutral 0\n")
        .containsPattern("no class +surprise 1");
    Console wrong = Console.run("corpus", "inspect", "--labels", "valence", folder.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("no label scheme is called 'valence'; there are emotions8,");
  }

  @Test
  void aFolderThatIsNoCorpusGetsOneLineThatNamesThoseThatAreKnown(@TempDir Path folder) {
    Console console = Console.run("corpus", "inspect", folder.toString());
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("--as", "ravdess").hasLineCount(1);
  }

  @Test
  void aMissingFolderGetsOneLine() {
    Console console = Console.run("corpus", "inspect", "gone");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err())
        .isEqualToIgnoringNewLines("emotone: gone: there is no such file or folder");
  }
}
