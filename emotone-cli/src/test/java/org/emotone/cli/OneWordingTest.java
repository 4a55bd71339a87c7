package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotone.ModelBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How clips were kept apart, and what both sides share, is said by one class, everywhere alike. */
final class OneWordingTest {

  private static final Pattern OVERLAP =
      Pattern.compile(
          "speaker-dependent, 6 speakers shared \\(6 in training, \\d in test\\)[^\\n]*");

  @Test
  void splitEvaluationAndCardHaveTheSameProtocolAndOverlap(@TempDir Path folder)
      throws IOException {
    Path corpus = TinyCorpus.write(folder.resolve("corpus"));
    Path recipe =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            TinyCorpus.RECIPE
                .replaceFirst("split:.*", "split: {type: random, testShare: 0.5}")
                .replaceFirst("validationSpeakers:.*", "validationClips: 0.4"));
    Path run = folder.resolve("run");
    Console train =
        Console.run(
            "train", recipe.toString(), "--corpus", "ravdess=" + corpus, "--out", run.toString());
    assertThat(train.code()).as(train.err()).isZero();
    String protocol = "random split (random 0.5 of the clips (seed 1); validation on ";
    String overlap = overlap(train.err());
    assertThat(train.err()).contains(protocol);
    assertThat(train.out()).contains(protocol, overlap);
    assertThat(Files.readString(run.resolve("evaluation.txt"))).contains(protocol, overlap);
    ModelBundle model = ModelBundle.read(run.resolve("model.emotone"));
    assertThat(model.card()).contains(protocol, overlap);
    assertThat(model.manifest().protocol()).startsWith(protocol);
    Console again =
        Console.run(
            "evaluate", run.resolve("model.emotone").toString(), "--corpus", "ravdess=" + corpus);
    assertThat(again.out()).contains(protocol, overlap);
  }

  @Test
  void auditOfASplitSaysItInTheSameWords(@TempDir Path folder) throws IOException {
    Path corpus = TinyCorpus.write(folder.resolve("corpus"));
    Console audit =
        Console.run("corpus", "audit", "--no-cache", "--split", "random", corpus.toString());
    assertThat(audit.code()).isEqualTo(1);
    assertThat(audit.out())
        .contains("random split (random 0.2 of the clips (seed 1); no validation)")
        .contains(" in the test: speaker-dependent, ");
  }

  private static String overlap(String text) {
    Matcher words = OVERLAP.matcher(text);
    assertThat(words.find()).as(text).isTrue();
    return words.group();
  }

  @Test
  void noOtherSourceHasItsOwnWordsForIt() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    List<String> words =
        List.of(
            "\"speaker-independent, \"", "\"speaker-dependent, \"", "random split\"", "shared (");
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/corpus/split/"))
              .toList();
      assertThat(sources).hasSizeGreaterThan(100);
      for (Path source : sources) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContain(words);
      }
    }
  }
}
