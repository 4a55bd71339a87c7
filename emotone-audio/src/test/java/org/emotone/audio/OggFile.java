package org.emotone.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An Ogg file that tests change, with its checksums made right again. */
final class OggFile {
  private static final int HEADER_BYTES = 27;

  private final List<byte[]> pages;

  private OggFile(List<byte[]> pages) {
    this.pages = pages;
  }

  static OggFile of(byte[] file) {
    List<byte[]> pages = new ArrayList<>();
    for (int at = 0; at < file.length; ) {
      int segments = file[at + 26] & 0xFF;
      int length = HEADER_BYTES + segments;
      for (int i = 0; i < segments; i++) {
        length += file[at + HEADER_BYTES + i] & 0xFF;
      }
      pages.add(Arrays.copyOfRange(file, at, at + length));
      at += length;
    }
    return new OggFile(pages);
  }

  /** The same bytes, whatever they are, but with right checksums as far as there are pages. */
  static byte[] withRightSums(byte[] file) {
    byte[] fixed = file.clone();
    ByteBuffer fields = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + HEADER_BYTES <= fixed.length && fields.getInt(at) == 0x5367674F; ) {
      int segments = fixed[at + 26] & 0xFF;
      int length = HEADER_BYTES + segments;
      for (int i = 0; i < segments && at + HEADER_BYTES + i < fixed.length; i++) {
        length += fixed[at + HEADER_BYTES + i] & 0xFF;
      }
      if (at + length > fixed.length) {
        break;
      }
      fields.putInt(at + 22, 0);
      fields.putInt(at + 22, crc(Arrays.copyOfRange(fixed, at, at + length)));
      at += length;
    }
    return fixed;
  }

  int pages() {
    return pages.size();
  }

  /** Changes bytes of the body of a page. */
  OggFile patch(int page, int at, byte... bytes) {
    int body = HEADER_BYTES + (pages.get(page)[26] & 0xFF);
    System.arraycopy(bytes, 0, pages.get(page), body + at, bytes.length);
    return this;
  }

  /** Moves all granule positions after the headers. */
  OggFile shiftGranules(long by) {
    for (byte[] page : pages.subList(2, pages.size())) {
      ByteBuffer fields = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
      fields.putLong(6, fields.getLong(6) + by);
    }
    return this;
  }

  OggFile without(int page) {
    List<byte[]> fewer = new ArrayList<>(pages);
    fewer.remove(page);
    return new OggFile(fewer);
  }

  byte[] bytes() {
    for (byte[] page : pages) {
      ByteBuffer fields = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
      fields.putInt(22, 0).putInt(22, crc(page));
    }
    return WavFile.join(pages.toArray(byte[][]::new));
  }

  /** Bit by bit, as RFC 3533 words it; the reader has a table. */
  private static int crc(byte[] page) {
    int crc = 0;
    for (byte b : page) {
      crc ^= b << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04C11DB7 : 0);
      }
    }
    return crc;
  }
}
