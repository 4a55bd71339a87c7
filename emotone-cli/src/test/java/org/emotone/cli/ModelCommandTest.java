package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelCommandTest {

  private final String model;
  private final Path folder;

  ModelCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = UntrainedModel.write(folder.resolve("untrained.emotone")).toString();
  }

  @Test
  void infoNamesClassesCorporaLicencesAndFigures() {
    Console console = Console.run("model", "info", model);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("untrained@", "neutral, happy, sad, angry", "CC BY-NC-SA 4.0")
        .containsPattern("uar +0\\.2500")
        .containsPattern("measured +speaker-independent");
  }

  @Test
  void infoPrintsTheManifestAndTheCard() throws IOException {
    String manifest = Console.run("model", "info", "--json", model).out();
    assertThat(new ObjectMapper().readTree(manifest).get("name").textValue())
        .isEqualTo("untrained");
    assertThat(Console.run("model", "info", "--card", model).out()).startsWith("# Untrained");
  }

  @Test
  void verifyFindsAnIntactModelIntact() {
    Console console = Console.run("model", "verify", model);
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("intact", "4 classes").hasLineCount(1);
  }

  @Test
  void verifyRefusesAChangedByteAndGoesOnWithTheNext() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(model));
    bytes[bytes.length - 30] ^= 1;
    Path changed = Files.write(folder.resolve("changed.emotone"), bytes);
    Console console = Console.run("model", "verify", changed.toString(), model);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("changed.emotone").hasLineCount(1);
    assertThat(console.out()).contains("intact").hasLineCount(1);
  }

  @Test
  void withoutASubcommandItIsWrongUsage() {
    Console console = Console.run("model");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("info, verify or guard").hasLineCount(1);
  }
}
