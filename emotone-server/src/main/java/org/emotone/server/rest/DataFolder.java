package org.emotone.server.rest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one server: nobody else's, and without what a server before it left half done. */
final class DataFolder implements Closeable {

  private final Path uploads;
  private final FileChannel lock;

  private DataFolder(Path uploads, FileChannel lock) {
    this.uploads = uploads;
    this.lock = lock;
  }

  /**
   * Takes the folder over.
   *
   * @throws IOException if another server uses it, or it cannot be written to
   */
  static DataFolder take(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new IOException(
          folder + ": another server uses this folder; give this one its own with --data");
    }
    Path uploads = folder.resolve("uploads");
    Files.createDirectories(uploads);
    DataFolder taken = new DataFolder(uploads, channel);
    taken.sweep();
    return taken;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void sweep() throws IOException {
    try (Stream<Path> all = Files.walk(uploads)) {
      List<Path> left = all.sorted(java.util.Comparator.reverseOrder()).toList();
      left.stream().filter(file -> !file.equals(uploads)).forEach(Discarded::delete);
    }
  }

  /** Where uploads lie while they are worked on. */
  Path uploads() {
    return uploads;
  }

  /** Gives the folder up. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
