package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.ModelBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceNoteTest {

  @TempDir private Path home = Path.of("");

  @Test
  void namesEachLicenceOnce() throws IOException {
    ModelBundle shipped = ModelBundle.read(Path.of("..", "models", "default.emotone"));
    assertThat(LicenceNote.first(shipped, home).orElseThrow())
        .startsWith("note: default@" + shipped.id())
        .contains("ravdess: CC BY-NC-SA 4.0")
        .contains("cremad: ODbL 1.0");
    assertThat(LicenceNote.first(shipped, home)).isEmpty();
  }

  @Test
  void isGivenWhereNothingCanBeRemembered() throws IOException {
    ModelBundle shipped = ModelBundle.read(Path.of("..", "models", "default.emotone"));
    Path file = Files.writeString(home.resolve("file"), "");
    assertThat(LicenceNote.first(shipped, file)).isPresent();
    assertThat(LicenceNote.first(shipped, file)).isPresent();
  }
}
