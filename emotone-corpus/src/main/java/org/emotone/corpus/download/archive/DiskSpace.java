package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how much room is left; passed in so that a test need not fill a disk. */
@FunctionalInterface
public interface DiskSpace {
  /** Bytes kept free for everything else on the machine. */
  long RESERVE = 64L << 20;

  /** What the file systems of this machine say. */
  DiskSpace REAL = folder -> Files.getFileStore(folder).getUsableSpace();

  /** Bytes that can be written below a folder that exists. */
  long usable(Path folder) throws IOException;

  /**
   * Makes sure that there is room.
   *
   * @param what what is to be written, for the message
   * @param bytes how much, in bytes
   * @throws IOException if there is less
   */
  default void require(Path folder, String what, long bytes) throws IOException {
    long usable = usable(folder);
    if (bytes > usable - RESERVE) {
      throw new IOException(
          what
              + " needs "
              + megabytes(bytes)
              + " and the disk of "
              + folder
              + " has "
              + megabytes(usable)
              + " left (64 MB are kept free); make room or choose another folder");
    }
  }

  private static String megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000 + " MB";
  }
}
