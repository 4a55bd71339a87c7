package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer on every parser, each in a virtual machine of its own, from the fixtures and what earlier
 * runs kept in {@code target/fuzz}. The system property {@code fuzz.seconds} says for how long.
 */
@Tag("fuzz")
class FuzzingTest {
  @ParameterizedTest
  @EnumSource(FuzzedParser.class)
  void jazzerFindsNothing(FuzzedParser parser) throws IOException, InterruptedException {
    Path folder = Path.of("target", "fuzz", parser.name()).toAbsolutePath();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    List<byte[]> files = parser.seeds();
    for (int i = 0; i < files.size(); i++) {
      Files.write(seeds.resolve("seed" + i), files.get(i));
    }
    Path log = folder.resolve("log");
    Process jazzer =
        new ProcessBuilder(command(parser, folder, corpus, seeds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(jazzer.waitFor()).as("see " + log).isZero();
    assertThat(Files.readString(log)).containsPattern("Done [1-9]\\d* runs");
  }

  private static List<String> command(FuzzedParser parser, Path folder, Path corpus, Path seeds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx700m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzTarget.class.getName());
    command.add("--target_args=" + parser.name());
    command.add(
        "--instrumentation_includes=org.emotone.**:com.jcraft.**:javazoom.**:io.github.jaredmdobson.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + "/");
    command.add("-max_total_time=" + System.getProperty("fuzz.seconds", "10"));
    command.add("-max_len=65536");
    command.add("-timeout=60");
    command.add("-rss_limit_mb=2500");
    command.add(corpus.toString());
    command.add(seeds.toString());
    return command;
  }
}
