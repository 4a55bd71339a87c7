package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchCommandTest {

  @Test
  void helpTeachesWithExamplesAndSaysWhereSparkComesFrom() {
    Console console = Console.run("batch", "--help");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("--input calls --output heard", "--master", "SPARK_HOME", "docs/spark.md");
  }

  @Test
  void withoutInputOrOutputIsWrongUsage() {
    Console console = Console.run("batch", "--input", "calls");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).hasLineCount(1).contains("--output");
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUsage() {
    Console window = Console.run("batch", "-i", "a", "-o", "b", "--window", "3");
    assertThat(window.code()).isEqualTo(2);
    assertThat(window.err()).contains("need --work timelines");
    Console set = Console.run("batch", "-i", "a", "-o", "b", "--work", "features", "--set", "x");
    assertThat(set.code()).isEqualTo(2);
    assertThat(set.err()).contains("--set: no set is called \"x\"", "egemaps");
    Console chunk = Console.run("batch", "-i", "a", "-o", "b", "--chunk", "-1");
    assertThat(chunk.code()).isEqualTo(2);
    assertThat(chunk.err()).contains("--chunk must be 0 or more");
  }

  @Test
  void withoutSparkOneLineSaysHowToGetIt() {
    Console console = Console.run("batch", "-i", "a", "-o", "b");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err())
        .hasLineCount(1)
        .contains("Apache Spark and emotone-spark are not on the class path", "./emotone batch");
  }

  @Tag("launcher")
  @Test
  void theLauncherBringsSparkAndHearsTheSamples(@TempDir Path folder) {
    Path samples = Path.of("..", "samples").toAbsolutePath().normalize();
    String output = folder.resolve("table").toString();
    Started started =
        Started.emotone(
            "batch", "--input", samples.toString(), "--output", output, "--master", "local[2]");
    assertThat(started.out()).contains("7 recordings heard", "0 failed");
    assertThat(started.code()).isZero();
    Started again =
        Started.emotone(
            "batch", "--input", samples.toString(), "--output", output, "--master", "local[2]");
    assertThat(again.out()).contains("0 recordings heard", "7 were done before");
  }
}
