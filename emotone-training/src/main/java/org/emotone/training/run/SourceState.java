package org.emotone.training.run;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The state of the source that is running, where it runs from its own git repository.
 *
 * @param commit the commit's hash
 * @param dirty whether files that git tracks have been changed since
 */
record SourceState(String commit, boolean dirty) {

  private static final int PATIENCE_SECONDS = 10;

  /** Of the running code; empty if it does not lie in a git repository or git is missing. */
  static Optional<SourceState> ofRunningCode() {
    CodeSource source = SourceState.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      Path folder = Files.isDirectory(place) ? place : place.getParent();
      return folder == null ? Optional.empty() : of(folder);
    } catch (URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Of the repository that a folder lies in. */
  static Optional<SourceState> of(Path folder) {
    return git(folder, "rev-parse", "HEAD")
        .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
        .flatMap(
            commit ->
                git(folder, "status", "--porcelain", "--untracked-files=no", ":/")
                    .map(changes -> new SourceState(commit, !changes.isEmpty())));
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    @Nullable Process process = null;
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return done && process.exitValue() == 0 ? Optional.of(output.trim()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (process != null) {
        process.destroy();
      }
    }
  }

  private static File nothing() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return new File(windows ? "NUL" : "/dev/null");
  }
}
