package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder inside the target that an archive is unpacked to; its files move into place only when
 * all of the archive was good.
 */
final class Staging implements AutoCloseable {
  private final Path target;
  private final Path folder;
  private int files;
  private long bytes;

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** An empty staging folder; one that an earlier attempt left is removed. */
  static Staging in(Path target, String archiveName) throws IOException {
    Path folder = target.resolve(".unpacking-" + archiveName);
    delete(folder);
    Files.createDirectories(folder);
    return new Staging(target, folder);
  }

  /**
   * A new file.
   *
   * @param path relative path, already checked
   */
  OutputStream create(String path) throws IOException {
    Path file;
    try {
      file = folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new ArchiveException(
          "'"
              + EntryPath.shown(path)
              + "' is no name that this system can write ("
              + e.getReason()
              + "); in a terminal without UTF-8, set LC_ALL=C.UTF-8 and run it again",
          e);
    }
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new ArchiveException(
          "'" + path + "' leads out of " + target + "; nothing was unpacked");
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Moves all files into place, over those of an earlier attempt; returns what was moved. */
  Unpacked publish(int leftOut) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path place = target.resolve(folder.relativize(file).toString());
            Path parent = place.getParent();
            if (parent != null) {
              Files.createDirectories(parent);
            }
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            files++;
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
          }
        });
    return new Unpacked(files, bytes, leftOut);
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
