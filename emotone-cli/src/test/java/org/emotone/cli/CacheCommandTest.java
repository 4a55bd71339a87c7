package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.emotone.training.cache.CacheFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheCommandTest {

  /** The build points EMOTONE_HOME to a folder of its own, so that nobody's cache is touched. */
  @BeforeEach
  void thisIsTheCacheOfTheBuild() {
    assertThat(CacheFolder.ofUser().root().toString()).contains("emotone-home");
    assertThat(Console.run("cache", "clear", "--yes").code()).isZero();
  }

  private static JsonNode stages() throws IOException {
    return new ObjectMapper().readTree(Console.run("cache", "info", "--json").out()).get("stages");
  }

  @Test
  void whatAnEvaluationLeavesIsCountedAndCleared(@TempDir Path folder) throws IOException {
    Path corpus = TinyCorpus.write(folder.resolve("corpus"));
    Path model = UntrainedModel.write(folder.resolve("m.emotone"));
    Console evaluated =
        Console.run("evaluate", model.toString(), "--corpus", "ravdess=" + corpus, "--all");
    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    Console audit = Console.run("corpus", "audit", corpus.toString());
    assertThat(audit.err()).isEmpty();

    // The 24 clips are copies of six recordings, each of which is kept once.
    assertThat(stages().get("decoded").get("entries").intValue()).isEqualTo(6);
    assertThat(stages().get("features").get("entries").intValue()).isEqualTo(6);
    assertThat(stages().get("fingerprints").get("entries").intValue()).isEqualTo(6);
    assertThat(Console.run("cache", "info").out())
        .containsPattern("decoded +6 +[\\d.]+ [kM]B +1 +clips, decoded");

    Console cleared = Console.run("cache", "clear", "--yes", "decoded", "fingerprints");
    assertThat(cleared.code()).isZero();
    assertThat(cleared.out()).containsPattern("decoded +[\\d.]+ [kM]B deleted");
    assertThat(stages().get("decoded").get("entries").intValue()).isZero();
    assertThat(stages().get("features").get("entries").intValue()).isEqualTo(6);
  }

  @Test
  void withoutAYesNothingIsDeleted(@TempDir Path folder) throws IOException {
    Path corpus = TinyCorpus.write(folder.resolve("corpus"));
    Console.run("corpus", "audit", corpus.toString());
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
      Console refused = Console.run("cache", "clear");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out()).contains("Delete ", "nothing was deleted");
      System.setIn(new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(stages().get("fingerprints").get("entries").intValue()).isEqualTo(6);
      assertThat(Console.run("cache", "clear").code()).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(stages().get("fingerprints").get("entries").intValue()).isZero();
    assertThat(Console.run("cache", "clear").out()).contains("there is nothing to delete");
  }

  @Test
  void wrongStageNamesThoseThatThereAre() {
    Console console = Console.run("cache", "clear", "pictures");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .contains("no stage is called 'pictures'; there are decoded, trimmed, features,");
  }
}
