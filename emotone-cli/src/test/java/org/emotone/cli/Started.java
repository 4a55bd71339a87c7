package org.emotone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A launcher that was started as a process of its own.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Started(int code, String out, String err) {

  /** The launcher of this checkout. */
  static final Path LAUNCHER = Path.of("..", "emotone").toAbsolutePath().normalize();

  /** The Java that runs the tests. */
  static final String JAVA_HOME = System.getProperty("java.home");

  static {
    Console.told();
  }

  /** Starts the launcher of this checkout with the Java that runs the tests. */
  static Started emotone(String... arguments) {
    return run(Path.of("").toAbsolutePath(), LAUNCHER, Map.of("JAVA_HOME", JAVA_HOME), arguments);
  }

  /** Starts the launcher of this checkout with a file as its standard input. */
  static Started emotoneReading(Path input, String... arguments) {
    return run(
        Path.of("").toAbsolutePath(), LAUNCHER, Map.of("JAVA_HOME", JAVA_HOME), input, arguments);
  }

  /** As {@link #run(Path, Path, Map, Path, String...)}, with nothing on standard input. */
  static Started run(
      Path folder, Path launcher, Map<String, String> environment, String... arguments) {
    return run(folder, launcher, environment, Path.of("/dev/null"), arguments);
  }

  /**
   * Starts a launcher.
   *
   * @param folder working folder
   * @param launcher the file to run
   * @param environment what to add to the environment
   * @param input standard input
   */
  static Started run(
      Path folder,
      Path launcher,
      Map<String, String> environment,
      Path input,
      String... arguments) {
    try {
      Path out = Files.createTempFile("emotone", ".out");
      Path err = Files.createTempFile("emotone", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectInput(input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeAll(List.of("EMOTONE_JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(launcher + " did not end within ten minutes");
      }
      Started started =
          new Started(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
