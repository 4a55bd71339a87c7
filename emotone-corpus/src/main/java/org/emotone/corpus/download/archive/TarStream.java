package org.emotone.corpus.download.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry: POSIX ustar with pax headers (IEEE 1003.1-2017, pax, "ustar
 * Interchange Format") and GNU long names. What describes the next entry may have 64 KiB, so that
 * no archive can fill the memory with a name.
 */
final class TarStream {
  private static final int BLOCK = 512;
  private static final int MOST_DESCRIPTION = 1 << 16;

  private final InputStream in;
  private final String archive;
  private long left;
  private long padding;

  TarStream(InputStream in, String archive) {
    this.in = in;
    this.archive = archive;
  }

  /** The next entry, null at the end; what is left of the entry before is skipped. */
  @Nullable TarEntry next() throws IOException {
    String longName = null;
    long longSize = -1;
    while (true) {
      skip(left + padding);
      byte[] header = block();
      if (header.length == 0) {
        return null;
      }
      TarEntry entry = parse(header);
      left = entry.size();
      padding = (BLOCK - left % BLOCK) % BLOCK;
      switch (entry.type()) {
        case 'L' -> longName = text(description(entry));
        case 'x' -> {
          PaxHeader pax = PaxHeader.parse(archive, description(entry));
          longName = pax.path() == null ? longName : pax.path();
          longSize = pax.size() < 0 ? longSize : pax.size();
        }
        case 'g', 'K' -> description(entry);
        default -> {
          if (longSize >= 0) {
            left = longSize;
            padding = (BLOCK - left % BLOCK) % BLOCK;
          }
          return new TarEntry(longName == null ? entry.name() : longName, entry.type(), left);
        }
      }
    }
  }

  /** Reads bytes of the entry; -1 at its end. */
  int read(byte[] buffer) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
    if (read < 0) {
      throw cut();
    }
    left -= read;
    return read;
  }

  private TarEntry parse(byte[] header) throws ArchiveException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (number(header, 148, 8) != sum) {
      throw new ArchiveException(
          archive + ": is a damaged tar: the checksum of a header is wrong; download it again");
    }
    String name = EntryPath.decode(field(header, 0, 100));
    String magic = new String(header, 257, 6, StandardCharsets.ISO_8859_1);
    if (magic.equals("ustar\0")) {
      String prefix = EntryPath.decode(field(header, 345, 155));
      name = prefix.isEmpty() ? name : prefix + "/" + name;
    }
    char type = (char) (header[156] & 0xff);
    // 0 was the flag of a file before 1988, and 7 asks for contiguous blocks, which nobody heeds.
    type = type == 0 || type == '7' ? '0' : type;
    long size = number(header, 124, 12);
    if (size < 0) {
      throw new ArchiveException(
          archive + ": is a damaged tar: an entry has a negative size; download it again");
    }
    return new TarEntry(name, type, type == '5' ? 0 : size);
  }

  /** A number in octal digits, or, if the first bit is set, in base 256 as GNU tar writes it. */
  private long number(byte[] header, int offset, int length) throws ArchiveException {
    if ((header[offset] & 0x80) != 0) {
      long value = header[offset] & 0x3f;
      for (int i = offset + 1; i < offset + length; i++) {
        value = (value << 8) | (header[i] & 0xff);
      }
      return value;
    }
    String digits = text(field(header, offset, length)).trim();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new ArchiveException(
          archive
              + ": is a damaged tar: '"
              + EntryPath.shown(digits)
              + "' stands where a number should; download it again",
          e);
    }
  }

  private static byte[] field(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(header, offset, end);
  }

  private static String text(byte[] bytes) {
    return EntryPath.decode(field(bytes, 0, bytes.length));
  }

  private byte[] description(TarEntry entry) throws IOException {
    if (entry.size() > MOST_DESCRIPTION) {
      throw new ArchiveException(
          archive
              + ": describes an entry in "
              + entry.size()
              + " bytes, more than the "
              + MOST_DESCRIPTION
              + " that it may; nothing was put into place");
    }
    byte[] bytes = in.readNBytes((int) left);
    if (bytes.length < left) {
      throw cut();
    }
    left = 0;
    return bytes;
  }

  /** The next header; empty at the end of the archive: a block of zeros, or nothing more. */
  private byte[] block() throws IOException {
    byte[] header = in.readNBytes(BLOCK);
    if (header.length == 0) {
      return header;
    }
    if (header.length < BLOCK) {
      throw cut();
    }
    for (byte b : header) {
      if (b != 0) {
        return header;
      }
    }
    return new byte[0];
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (EOFException e) {
      throw cut();
    }
    left = 0;
    padding = 0;
  }

  private ArchiveException cut() {
    return new ArchiveException(
        archive + ": ends in the middle of an entry: the download is not complete; fetch it again");
  }
}
