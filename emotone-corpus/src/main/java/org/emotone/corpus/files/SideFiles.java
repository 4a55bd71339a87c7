package org.emotone.corpus.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.emotone.corpus.CorpusException;

/** Finds the lists that lie beside the audio files of a corpus. */
public final class SideFiles {

  /** How many folders deep lists are looked for. */
  private static final int DEPTH = 8;

  private SideFiles() {}

  /**
   * Files with one of some names, in any case: in the folder, in those under it and in the one
   * above; the shallowest first.
   *
   * @throws CorpusException if a part of the folder cannot be read
   */
  public static Optional<Path> find(Path root, String... names) throws CorpusException {
    List<String> wanted = List.of(names);
    Predicate<Path> named = file -> wanted.stream().anyMatch(name(file)::equalsIgnoreCase);
    List<Path> found = all(root, named);
    if (!found.isEmpty()) {
      return Optional.of(found.get(0));
    }
    Path above = root.toAbsolutePath().normalize().getParent();
    return above == null
        ? Optional.empty()
        : wanted.stream().map(above::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * Files under a folder that a test takes, the shallowest first and then by path.
   *
   * @throws CorpusException if a part of the folder cannot be read
   */
  public static List<Path> all(Path root, Predicate<Path> test) throws CorpusException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files =
        Files.find(
            root,
            DEPTH,
            (file, attributes) -> attributes.isRegularFile(),
            FileVisitOption.FOLLOW_LINKS)) {
      files.filter(file -> !name(file).startsWith(".")).filter(test).forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      throw new CorpusException(root + ": a part of it cannot be read", e);
    }
    found.sort(Comparator.comparingInt(Path::getNameCount).thenComparing(Path::toString));
    return found;
  }

  /** A file's name in lower case. */
  public static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}
