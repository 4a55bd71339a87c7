package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file as a stream; closing it leaves the file open. */
final class RegionStream extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long position;

  RegionStream(FileChannel channel, long start, long length) {
    this.channel = channel;
    this.position = start;
    this.end = start + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long left = end - position;
    if (left <= 0) {
      return -1;
    }
    int wanted = (int) Math.min(length, left);
    int read = channel.read(ByteBuffer.wrap(buffer, offset, wanted), position);
    if (read > 0) {
      position += read;
    }
    return read;
  }
}
