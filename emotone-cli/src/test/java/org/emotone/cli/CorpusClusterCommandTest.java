package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusClusterCommandTest {

  private final Path folder;

  CorpusClusterCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void showsTheInertiaOfEachNumberAndWhatTheGroupsHold() throws IOException {
    Path clips = TinyCorpus.write(folder.resolve("clips"));

    Console console =
        Console.run(
            "corpus",
            "cluster",
            "--preset",
            "p1",
            "--most",
            "9",
            "--groups",
            "7",
            clips.toString());

    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    // Six different recordings make up the corpus: in as many groups nothing is left to explain.
    assertThat(console.out()).containsPattern("(?m)^6 +0 +0\\.0 %");
    assertThat(console.out()).containsOnlyOnce("elbow").containsPattern("(?m)^6 +4 ");
  }

  @Test
  void aClipThatCannotBeReadIsToldAndFails() throws IOException {
    Path clips = TinyCorpus.write(folder.resolve("clips"));
    Files.writeString(clips.resolve("Actor_01/03-01-03-01-01-01-01.wav"), "a letter");

    Console console = Console.run("corpus", "cluster", "--preset", "p1", clips.toString());

    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).hasLineCount(1).contains("not an audio");
  }

  @Test
  void featuresOfManyRowsAreWrongUsage() throws IOException {
    Path clips = TinyCorpus.write(folder.resolve("clips"));

    Console console = Console.run("corpus", "cluster", "--preset", "p9", clips.toString());

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("preset p9 gives many rows for a clip");
  }
}
