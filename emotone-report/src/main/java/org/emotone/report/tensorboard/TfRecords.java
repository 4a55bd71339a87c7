package org.emotone.report.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Records as TensorFlow frames them ({@code tfrecord}): the length (64 bits, little-endian), its
 * checksum, the bytes, their checksum. Checksums are CRC-32C, turned right by 15 bits plus a
 * constant, so that a checksum of data with checksums in it is no special value.
 */
final class TfRecords {

  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int MASK_DELTA = 0xa282ead8;

  private TfRecords() {}

  /** A record with its frame. */
  static byte[] frame(byte[] data) {
    ByteBuffer buffer =
        ByteBuffer.allocate(HEAD + data.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(data.length);
    buffer.putInt(masked(buffer.array(), 0, Long.BYTES));
    buffer.put(data);
    buffer.putInt(masked(data, 0, data.length));
    return buffer.array();
  }

  /**
   * The records of a file. A last one that is cut off, as a killed process leaves it, is passed
   * over.
   *
   * @throws IOException if the file cannot be read, or a checksum does not fit
   */
  static List<byte[]> read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.remaining() >= HEAD) {
      int at = in.position();
      long length = in.getLong();
      check(file, at, in.getInt(), masked(in.array(), at, Long.BYTES));
      if (length < 0 || length > in.remaining() - Integer.BYTES) {
        break;
      }
      byte[] data = new byte[(int) length];
      in.get(data);
      check(file, at, in.getInt(), masked(data, 0, data.length));
      records.add(data);
    }
    return records;
  }

  private static void check(Path file, int at, int found, int expected) throws IOException {
    if (found != expected) {
      throw new IOException(
          "%s: the record at byte %d is damaged: its checksum is %08x, expected %08x"
              .formatted(file, at, found, expected));
    }
  }

  /** The masked checksum of some bytes. */
  static int masked(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + MASK_DELTA;
  }
}
