package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on real recordings. */
@Tag("corpora")
final class CorporaTest {

  @Test
  void analysesEveryClipOfAnActor(@TempDir Path folder) throws IOException {
    String model = UntrainedModel.write(folder.resolve("m.emotone")).toString();
    String actor = corpora().resolve("ravdess/Actor_01").toString();
    Console table = Console.run("analyze", "--model", model, actor);
    assertThat(table.code()).isZero();
    assertThat(table.out()).hasLineCount(1 + 60);
    JsonNode array =
        new ObjectMapper()
            .readTree(Console.run("analyze", "--json", "--model", model, actor).out());
    assertThat(array).hasSize(60);
    for (JsonNode clip : array) {
      double sum = 0;
      for (JsonNode probability : clip.get("probabilities")) {
        sum += probability.doubleValue();
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void inspectsEachCorpusWithoutBeingToldWhichItIs() {
    for (String id : new String[] {"ravdess", "cremad", "tess", "savee", "emodb"}) {
      Console console = Console.run("corpus", "inspect", corpora().resolve(id).toString());
      assertThat(console.err()).isEmpty();
      assertThat(console.out()).startsWith("corpus        " + id + ", ");
    }
  }

  @Test
  void saysHowWellPeopleDoOnCremad() {
    Console console = Console.run("corpus", "votes", corpora().resolve("cremad").toString());
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .containsPattern("all clips with votes +7442 +44\\.6 % +45\\.9 % +40\\.0 % +644")
        .containsPattern("recordings here +6458 +45\\.1 % +46\\.4 % +40\\.3 % +563");
  }

  private static Path corpora() {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder).as("EMOTONE_CORPORA must name the folder of the corpora").isNotNull();
    return Path.of(folder);
  }
}
