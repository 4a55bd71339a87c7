package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose runs are tasks of Spark find what one process finds, run by run. */
final class StudyOnSparkTest {

  private static final List<String> LEARNED =
      List.of("weights.safetensors", "predictions.csv", "evaluation.json", "recipe.yaml");

  private final Path folder;
  private final Path recipe;
  private final String ravdess;

  StudyOnSparkTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    recipe = Files.writeString(folder.resolve("tiny.yaml"), TinyCorpus.inFolds(2));
    ravdess = "ravdess=" + TinyCorpus.write(folder.resolve("ravdess"));
  }

  private static String[] words(Object... arguments) {
    return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  private static void assertSame(Path one, Path other, String... runs) throws IOException {
    for (String run : runs) {
      for (String file : LEARNED) {
        Path there = other.resolve("runs").resolve(run).resolve(file);
        assertThat(there).hasSameBinaryContentAs(one.resolve("runs").resolve(run).resolve(file));
      }
    }
  }

  @Tag("launcher")
  @Test
  void crossValidationGivesTheSameAndGoesOnWithWhatIsMissing() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Console alone = Console.run(words("cross-validate", recipe, "--corpus", ravdess, "--out", one));
    Started spark =
        Started.emotone(
            words(
                "cross-validate",
                recipe,
                "--corpus",
                ravdess,
                "--out",
                two,
                "--master",
                "local[2]"));
    assertThat(spark.err()).contains("3 of 3 runs are due", "3 of 3: seed1-fold");
    assertThat(spark.code()).isZero();
    assertThat(spark.out()).isEqualTo(alone.out());
    assertSame(one, two, "seed1-fold1", "seed1-fold2", "seed1-fold3");

    delete(two.resolve("runs/seed1-fold2"));
    Started again = Started.emotone(words("cross-validate", "--resume", two, "--master=local[1]"));
    assertThat(again.err()).contains("1 of 3 runs are due", "1 of 1: seed1-fold2 is done");
    assertThat(again.out()).isEqualTo(alone.out());
    assertSame(one, two, "seed1-fold2");
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Tag("launcher")
  @Test
  void aSearchGivesTheSameWithTheTrialsThatFail() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    String[] search =
        words(
            "search",
            recipe,
            "--corpus",
            ravdess,
            "--method",
            "grid",
            "--try",
            "listenerVotes=[false, true]",
            "--try",
            "training.batchSize=[4, 8]",
            "--out");
    Console alone = Console.run(with(search, one));
    Started spark = Started.emotone(with(search, two, "--master", "local[2]"));
    assertThat(spark.err())
        .contains(
            "4 of 4: ",
            "trial-0003 failed: the recipe learns from listenerVotes, and there are none");
    assertThat(spark.code()).isZero();
    assertThat(spark.out()).isEqualTo(alone.out());
    assertThat(two.resolve("trials.csv"))
        .hasSameTextualContentAs(one.resolve("trials.csv"))
        .content()
        .contains("\n3,,");
    assertSame(one, two, "trial-0001", "trial-0002");
  }

  private static String[] with(String[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(words(more))).toArray(String[]::new);
  }

  @Test
  void whatDoesNotGoTogetherIsWrongUsageAndLeavesNothing() {
    Path out = folder.resolve("none");
    Console conf =
        Console.run(
            words("cross-validate", recipe, "--corpus", ravdess, "--out", out, "--conf", "a=b"));
    assertThat(conf.code()).isEqualTo(2);
    assertThat(conf.err()).contains("--conf is an option of Spark and needs --master");
    Console tpe =
        Console.run(
            words(
                "search",
                recipe,
                "--corpus",
                ravdess,
                "--try",
                "training.batchSize=[4, 8]",
                "--out",
                out,
                "--master",
                "local[2]"));
    assertThat(tpe.code()).isEqualTo(2);
    assertThat(tpe.err()).contains("--master is for grid and random").hasLineCount(1);
    assertThat(out).doesNotExist();
  }
}
