package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelGuardCommandTest {

  private final String model;
  private final Path folder;

  ModelGuardCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = UntrainedModel.write(folder.resolve("untrained.emotone")).toString();
  }

  @Test
  void tooFewClipsAreToldWithHowManyAreNeeded() throws IOException {
    Path corpus = TinyCorpus.write(folder.resolve("clips"));
    Path out = folder.resolve("guarded.emotone");
    Console console =
        Console.run(
            "model",
            "guard",
            model,
            "--validation",
            "ravdess:02",
            "--corpus",
            "ravdess=" + corpus,
            "-o",
            out.toString());
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("no guard can be fitted", "it needs 100 and 40");
    assertThat(out).doesNotExist();
  }

  @Test
  void aModelWithoutOneSaysSo() {
    assertThat(Console.run("model", "info", model).out()).containsPattern("guard +none");
    assertThat(Console.run("model", "guard", model, "-o", "x").code()).isEqualTo(2);
  }
}
