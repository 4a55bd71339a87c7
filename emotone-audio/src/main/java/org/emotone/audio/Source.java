package org.emotone.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The encoded bytes of one file: buffered, counted and held to {@link AudioLimits#maxBytes}, with
 * the name that error messages use.
 */
final class Source extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final BufferedInputStream in;
  private final String name;
  private final long size;
  private final AudioLimits limits;
  private long position;

  /**
   * Takes over a stream.
   *
   * @param size bytes in total, or −1 where unknown
   */
  Source(InputStream in, String name, long size, AudioLimits limits) {
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
    this.name = name;
    this.size = size;
    this.limits = limits;
  }

  String name() {
    return name;
  }

  AudioLimits limits() {
    return limits;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** Bytes that are left, or −1 where unknown. */
  long remaining() {
    return size < 0 ? -1 : Math.max(0, size - position);
  }

  /** The next bytes, fewer at the end, without taking them. */
  byte[] peek(int bytes) throws IOException {
    in.mark(bytes);
    byte[] head = in.readNBytes(bytes);
    in.reset();
    return head;
  }

  /** Reads until the array is full or the stream ends; returns the bytes read. */
  int fill(byte[] bytes) throws IOException {
    return readNBytes(bytes, 0, bytes.length);
  }

  /** Passes over bytes; false if the stream ends before. */
  boolean pass(long bytes) throws IOException {
    long left = bytes;
    byte[] scratch = new byte[(int) Math.min(left, 8192)];
    while (left > 0) {
      int got = read(scratch, 0, (int) Math.min(left, scratch.length));
      if (got < 0) {
        return false;
      }
      left -= got;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = in.read(bytes, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  private void count(int bytes) throws AudioLimitException {
    position += bytes;
    limits.checkBytes(name, position);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
