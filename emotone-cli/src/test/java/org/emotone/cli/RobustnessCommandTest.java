package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RobustnessCommandTest {

  private final String model;
  private final String corpus;
  private final Path folder;

  RobustnessCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = UntrainedModel.write(folder.resolve("untrained.emotone")).toString();
    corpus = "ravdess=" + TinyCorpus.write(folder.resolve("clips"));
  }

  @Test
  void hearsUnheardSpeakersUnderAllConditionsAndWritesAPage() throws IOException {
    Path page = folder.resolve("page.html");
    Console console =
        Console.run("robustness", model, "--corpus", corpus, "--clips", "4", "--page", page + "");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .contains("4 of ravdess", "0 speakers shared", "babble at 10 dB", "telephone, A-law")
        .contains(
            "44.1 kHz stereo file",
            "published thresholds: ",
            "six speakers at once",
            "no guard",
            "arXiv 2312.06270");
    assertThat(Files.readString(page)).contains("untrained@", "babble at 10 dB", "<svg");
  }

  @Test
  void theSameSeedGivesTheSameFiguresWhateverElseIsMeasured() throws IOException {
    JsonNode all = json("--clips", "6", "--only", "noise,call");
    JsonNode some = json("--clips", "6", "--only", "call");
    assertThat(some.at("/scores")).hasSize(5);
    assertThat(all.at("/scores/24")).isEqualTo(some.at("/scores/4"));
    assertThat(all.at("/scores/24/id").asText()).isEqualTo("opus-6-lost");
  }

  private JsonNode json(String... more) throws IOException {
    String[] start = {"robustness", model, "--corpus", corpus, "--json"};
    String[] arguments = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, arguments, start.length, more.length);
    return new ObjectMapper().readTree(Console.run(arguments).out());
  }

  @Test
  void wrongUsageIsToldInOneLine() {
    assertThat(Console.run("robustness", model).err()).contains("--corpus").hasLineCount(1);
    Console none = Console.run("robustness", model, "--corpus", corpus, "--clips", "0");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--clips must be at least 1").hasLineCount(1);
    Console kind = Console.run("robustness", model, "--corpus", corpus, "--only", "nois");
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).contains("nois").hasLineCount(1);
  }
}
