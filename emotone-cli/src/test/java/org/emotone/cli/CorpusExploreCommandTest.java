package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusExploreCommandTest {

  @TempDir private Path folder = Path.of("");

  private Console explore(String... arguments) {
    List<String> all = new ArrayList<>(List.of("corpus", "explore"));
    all.addAll(List.of(arguments));
    all.add(folder.resolve("clips").toString());
    return Console.run(all.toArray(String[]::new));
  }

  @Test
  void makesAPageAndSaysWhereItIs() throws IOException {
    TinyCorpus.write(folder.resolve("clips"));
    Path out = folder.resolve("page");

    Console console = explore("-o", out.toString());

    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    Path page = out.resolve("explore.html");
    assertThat(console.out())
        .startsWith(page + ": 24 clips, ")
        .contains("MB; open it in a browser");
    assertThat(page).content().contains("<h1>ravdess</h1>", "24", "<audio ");
    assertThat(out.resolve("png/pitch.png")).isNotEmptyFile();
  }

  @Test
  void aClipThatCannotBeReadIsToldAndFails() throws IOException {
    TinyCorpus.write(folder.resolve("clips"));
    Path broken = folder.resolve("clips/Actor_01/03-01-03-01-01-01-01.wav");
    Files.writeString(broken, "a letter");

    Console console = explore("--no-audio", "-o", folder.resolve("page").toString());

    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).hasLineCount(1).contains(broken.toString()).contains("not an audio");
    assertThat(console.out()).contains("explore.html: 23 clips");
    assertThat(folder.resolve("page/explore.html")).content().doesNotContain("<audio ");
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldBeforeTheWork() throws IOException {
    TinyCorpus.write(folder.resolve("clips"));
    Path file = Files.createFile(folder.resolve("page"));

    Console console = explore("-o", file.toString());

    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains(file + ": is a file; name a folder for the page with -o");
  }

  @Test
  void tooFewPointsAreWrongUsage() throws IOException {
    TinyCorpus.write(folder.resolve("clips"));

    Console console = explore("--embedded", "2");

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("embedded must be at least 4 clips, was 2");
  }
}
