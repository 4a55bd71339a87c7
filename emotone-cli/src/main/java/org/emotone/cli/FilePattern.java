package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Patterns such as {@code calls/*.mp3} and {@code **.wav}, where the shell has not resolved them.
 */
final class FilePattern {

  private FilePattern() {}

  /** Whether an argument is a pattern and not the name of a file that is there. */
  static boolean isOne(Path argument) {
    return hasWildcard(argument) && !Files.exists(argument);
  }

  private static boolean hasWildcard(Path path) {
    return path.toString().matches(".*[*?\\[{].*");
  }

  /** The files that match, sorted; if there are none, or they cannot be looked for, a problem. */
  static List<Path> matches(Path pattern, List<String> problems) {
    Path base = pattern;
    while (base != null && hasWildcard(base)) {
      base = base.getParent();
    }
    Path start = base == null ? Path.of("") : base;
    PathMatcher matcher = pattern.getFileSystem().getPathMatcher("glob:" + pattern);
    int depth = pattern.toString().contains("**") ? Integer.MAX_VALUE : pattern.getNameCount();
    try (Stream<Path> walk = Files.walk(start, Math.max(1, depth))) {
      List<Path> files =
          walk.filter(matcher::matches).filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        problems.add(pattern + ": no file matches this pattern");
      }
      return files;
    } catch (IOException e) {
      problems.add(Failures.line(e));
      return List.of();
    }
  }
}
