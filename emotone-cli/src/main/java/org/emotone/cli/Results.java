package org.emotone.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Files that a command writes. Each is written under another name first, so that one that is there
 * is complete, and none is lost if the work is interrupted.
 *
 * @param folder where they go
 * @param force whether files that are there may be replaced
 */
record Results(Path folder, boolean force) {

  /** A file that is being written. */
  static final class Pending implements Closeable {
    private final Path target;
    private final Path temporary;

    private Pending(Path target) {
      this.target = target;
      temporary = target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** Where to write for now. */
    Path file() {
      return temporary;
    }

    /** Where the file will be. */
    Path target() {
      return target;
    }

    /** The file is complete. */
    void keep() throws IOException {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Begins the result of a file; what a searched folder holds keeps its place below that folder.
   *
   * @param arguments the files and folders that the user named
   * @param ending what follows the file's name without its extension
   */
  Pending pending(List<Path> arguments, Path file, String ending) throws IOException {
    Path target = target(arguments, file, ending);
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(target + ": is no file name");
    }
    if (Files.exists(target)) {
      if (Files.isSameFile(target, file)) {
        throw new IOException(
            target + ": would replace the recording itself; choose another --out");
      }
      if (!force) {
        throw new FileAlreadyExistsException(
            target.toString(), null, "is already there; --force replaces it");
      }
    }
    Files.createDirectories(parent);
    return new Pending(target.toAbsolutePath());
  }

  /**
   * Where the result of a file goes.
   *
   * @param arguments the files and folders that the user named
   * @param ending what follows the file's name without its extension
   */
  Path target(List<Path> arguments, Path file, String ending) {
    Path place = file.getFileName();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument) && file.startsWith(argument)) {
        place = argument.relativize(file);
      }
    }
    String name = place.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return folder.resolve(place).resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }
}
