package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the central directory of a zip, with its 64-bit extension (PKWARE APPNOTE 6.3.10, sections
 * 4.3.12 to 4.3.16).
 *
 * <p>{@code java.util.zip} does not show the file type of an entry, so it cannot tell a symbolic
 * link from a file, nor two entries that share the same packed bytes; both matter here.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final int END64 = 0x06064b50;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_LENGTH = 46;
  private static final int MOST_COMMENT = 0xffff;
  private static final long MOST_DIRECTORY = 256L << 20;
  private static final long SEE_EXTRA = 0xffffffffL;
  private static final int EXTRA_64 = 1;

  private final FileChannel channel;
  private final String archive;
  private final ArchiveLimits limits;

  ZipDirectory(FileChannel channel, String archive, ArchiveLimits limits) {
    this.channel = channel;
    this.archive = archive;
    this.limits = limits;
  }

  /** All entries, in the order of the directory. */
  List<ZipItem> read() throws IOException {
    long end = findEnd();
    ByteBuffer record = bytes(end, END_LENGTH);
    long count = Short.toUnsignedLong(record.getShort(10));
    long length = Integer.toUnsignedLong(record.getInt(12));
    long offset = Integer.toUnsignedLong(record.getInt(16));
    if (end >= 20) {
      ByteBuffer locator = bytes(end - 20, 20);
      if (locator.getInt(0) == END64_LOCATOR) {
        ByteBuffer wide = bytes(locator.getLong(8), 56);
        if (wide.getInt(0) != END64) {
          throw damaged("its 64-bit directory is not where it should be");
        }
        count = wide.getLong(32);
        length = wide.getLong(40);
        offset = wide.getLong(48);
      }
    }
    if (count > limits.entries() || count < 0) {
      throw new ArchiveException(
          archive
              + ": has more than "
              + limits.entries()
              + " entries, which no corpus has; nothing was unpacked");
    }
    if (length < 0 || length > MOST_DIRECTORY || offset < 0 || offset + length > end) {
      throw damaged("its directory does not lie inside the file");
    }
    return parse(bytes(offset, (int) length), count);
  }

  private long findEnd() throws IOException {
    long size = channel.size();
    int tail = (int) Math.min(size, END_LENGTH + (long) MOST_COMMENT);
    ByteBuffer last = bytes(size - tail, tail);
    for (int at = tail - END_LENGTH; at >= 0; at--) {
      if (last.getInt(at) == END
          && at + END_LENGTH + Short.toUnsignedInt(last.getShort(at + 20)) <= tail) {
        return size - tail + at;
      }
    }
    throw damaged("it has no directory at its end, so the download is not complete");
  }

  private List<ZipItem> parse(ByteBuffer directory, long count) throws ArchiveException {
    List<ZipItem> items = new ArrayList<>();
    int at = 0;
    while (items.size() < count) {
      if (at + HEADER_LENGTH > directory.limit() || directory.getInt(at) != HEADER) {
        throw damaged("its directory announces " + count + " entries and has " + items.size());
      }
      int name = Short.toUnsignedInt(directory.getShort(at + 28));
      int extra = Short.toUnsignedInt(directory.getShort(at + 30));
      int comment = Short.toUnsignedInt(directory.getShort(at + 32));
      int next = at + HEADER_LENGTH + name + extra + comment;
      if (next > directory.limit()) {
        throw damaged("an entry of its directory runs over the end");
      }
      items.add(item(directory, at, name, extra));
      at = next;
    }
    return items;
  }

  private ZipItem item(ByteBuffer directory, int at, int nameLength, int extraLength)
      throws ArchiveException {
    byte[] raw = new byte[nameLength];
    directory.get(at + HEADER_LENGTH, raw);
    long packed = Integer.toUnsignedLong(directory.getInt(at + 20));
    long size = Integer.toUnsignedLong(directory.getInt(at + 24));
    long offset = Integer.toUnsignedLong(directory.getInt(at + 42));
    ByteBuffer wide = wideFields(directory, at + HEADER_LENGTH + nameLength, extraLength);
    size = size == SEE_EXTRA ? next(wide) : size;
    packed = packed == SEE_EXTRA ? next(wide) : packed;
    offset = offset == SEE_EXTRA ? next(wide) : offset;
    if (size < 0 || packed < 0 || offset < 0) {
      throw damaged("an entry has a negative size");
    }
    return new ZipItem(
        EntryPath.decode(raw),
        Short.toUnsignedInt(directory.getShort(at + 10)),
        Short.toUnsignedInt(directory.getShort(at + 8)),
        packed,
        size,
        Integer.toUnsignedLong(directory.getInt(at + 16)),
        directory.getInt(at + 38) >>> 16,
        offset);
  }

  private static ByteBuffer wideFields(ByteBuffer directory, int start, int length) {
    int at = start;
    while (at + 4 <= start + length) {
      int id = Short.toUnsignedInt(directory.getShort(at));
      int size = Short.toUnsignedInt(directory.getShort(at + 2));
      if (id == EXTRA_64 && at + 4 + size <= start + length) {
        return directory.slice(at + 4, size).order(ByteOrder.LITTLE_ENDIAN);
      }
      at += 4 + size;
    }
    return ByteBuffer.allocate(0);
  }

  private long next(ByteBuffer wide) throws ArchiveException {
    if (wide.remaining() < Long.BYTES) {
      throw damaged("an entry refers to a 64-bit size that it does not have");
    }
    return wide.getLong();
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position < 0 || position + length > channel.size()) {
      throw damaged("it refers to a place outside the file");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw damaged("it ends while it is read");
      }
    }
    return buffer.flip();
  }

  private ArchiveException damaged(String how) {
    return new ArchiveException(archive + ": is a damaged zip: " + how + "; download it again");
  }
}
