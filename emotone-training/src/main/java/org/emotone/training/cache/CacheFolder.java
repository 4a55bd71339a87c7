package org.emotone.training.cache;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder that everything is kept in that can be computed again. A stage has a folder of its
 * own; entries are spread over folders by the first digits of their names, and those of one set of
 * parameters lie together.
 *
 * @param root the folder, which need not be there yet
 */
public record CacheFolder(Path root) {

  private static final String PARAMETERS = "parameters.txt";

  /** Part of every name; raised when the same parameters begin to compute something else. */
  private static final String GENERATION = "3";

  /** What else Emotone writes: descriptions of parameters, and entries that were not finished. */
  private static final List<String> OWN = List.of("front-end.json", PARAMETERS, ".tmp");

  /** The user's: {@code $EMOTONE_HOME/cache}, or else below {@code ~/.emotone}. */
  public static CacheFolder ofUser() {
    @Nullable String home = System.getenv("EMOTONE_HOME");
    Path base =
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".emotone")
            : Path.of(home);
    return new CacheFolder(base.resolve("cache"));
  }

  /** The folder of a stage. */
  public Path of(CacheStage stage) {
    return root.resolve(stage.id());
  }

  /**
   * The folder of the entries of a stage that are made with the same parameters, which are in it
   * for people to read.
   *
   * @throws IOException if it cannot be made
   */
  Path of(CacheStage stage, String parameters) throws IOException {
    Path folder = of(stage).resolve(Digest.of(GENERATION + parameters).substring(0, 16));
    Path description = folder.resolve(PARAMETERS);
    if (!Files.exists(description)) {
      Files.createDirectories(folder);
      Files.writeString(description, parameters + "\n");
    }
    return folder;
  }

  /** The file of a clip, spread over 256 folders: file managers dislike 10 000 files in one. */
  static Path entry(Path folder, CacheStage stage, String digest) {
    return folder.resolve(digest.substring(0, 2)).resolve(digest + stage.extension());
  }

  /**
   * What a stage holds.
   *
   * @param entries clips or files that are kept
   * @param bytes of all files
   * @param sets of parameters that entries were made with; 1 for a stage without any
   */
  public record Usage(int entries, long bytes, int sets) {}

  /**
   * Counts what a stage holds.
   *
   * @throws IOException if it cannot be read
   */
  public Usage usage(CacheStage stage) throws IOException {
    TreeSet<Path> sets = new TreeSet<>();
    int[] entries = {0};
    long[] bytes = {0};
    walk(
        of(stage),
        (file, size) -> {
          bytes[0] += size;
          if (file.toString().endsWith(stage.extension())) {
            entries[0]++;
            sets.add(of(stage).relativize(file).getName(0));
          }
        },
        visited -> {});
    int made = stage == CacheStage.FINGERPRINTS ? Math.min(1, sets.size()) : sets.size();
    return new Usage(entries[0], bytes[0], made);
  }

  /**
   * Deletes what a stage holds, and nothing that Emotone has not written. A run that goes on
   * meanwhile computes again what it misses.
   *
   * @return what was deleted
   * @throws IOException if something cannot be deleted
   */
  public Usage clear(CacheStage stage) throws IOException {
    Usage before = usage(stage);
    walk(
        of(stage),
        (file, size) -> {
          if (written(stage, file)) {
            Files.deleteIfExists(file);
          }
        },
        CacheFolder::deleteIfEmpty);
    Usage left = usage(stage);
    return new Usage(
        before.entries() - left.entries(), before.bytes() - left.bytes(), before.sets());
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something in it is not Emotone's, or was written meanwhile.
    }
  }

  private static boolean written(CacheStage stage, Path file) {
    String name = file.toString();
    return name.endsWith(stage.extension()) || OWN.stream().anyMatch(name::endsWith);
  }

  /** Takes a file and its size in bytes. */
  @FunctionalInterface
  private interface Visit {
    void file(Path file, long size) throws IOException;
  }

  /** Takes a folder whose files were visited. */
  @FunctionalInterface
  private interface Leave {
    void folder(Path folder) throws IOException;
  }

  /** Visits all files and then their folders; links are not followed. */
  private static void walk(Path folder, Visit visit, Leave leave) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              visit.file(file, attributes.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            leave.folder(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
