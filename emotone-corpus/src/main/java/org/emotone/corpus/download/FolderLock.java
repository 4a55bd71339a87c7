package org.emotone.corpus.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second download out of a folder: both would append to the same parts. */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".emotone-download.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw busy(folder);
    }
    channel.close();
    throw busy(folder);
  }

  private static DownloadException busy(Path folder) {
    return new DownloadException(
        folder + ": another download is writing to it; wait for it or choose another folder");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
