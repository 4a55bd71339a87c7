package org.emotone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The part of the zip format (PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) that a
 * bundle is written in: stored entries, no extra fields, one fixed date.
 *
 * <p>Written here and not by {@code java.util.zip}, whose headers and whose compression may change
 * from one Java to the next: what is written must be the same bytes everywhere and for ever.
 */
final class StoredZip {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final short VERSION = 10;

  /** Midnight of 1 January 1980, the first that the format can say. */
  private static final int DATE = (1 << 5 | 1) << 16;

  private StoredZip() {}

  /** The archive of the entries, in their order. */
  static byte[] encode(Map<String, byte[]> entries) {
    int size = END_BYTES;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      int name = entry.getKey().length();
      size = Math.addExact(size, LOCAL_BYTES + CENTRAL_BYTES + 2 * name);
      size = Math.addExact(size, entry.getValue().length);
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer directory = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    entries.forEach(
        (name, bytes) -> {
          int offset = out.position();
          byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
          out.putInt(LOCAL);
          describe(out, ascii.length, bytes);
          out.put(ascii).put(bytes);
          directory.putInt(CENTRAL).putShort(VERSION);
          describe(directory, ascii.length, bytes);
          directory.putShort((short) 0).putShort((short) 0).putShort((short) 0);
          directory.putInt(0).putInt(offset).put(ascii);
        });
    int start = out.position();
    out.put(directory.flip());
    short count = (short) entries.size();
    out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    out.putInt(out.position() - 12 - start).putInt(start).putShort((short) 0);
    return out.array();
  }

  /** The fields that a local header and a line of the directory have in common. */
  private static void describe(ByteBuffer out, int name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.putShort(VERSION).putShort((short) 0).putShort((short) 0).putInt(DATE);
    out.putInt((int) crc.getValue()).putInt(bytes.length).putInt(bytes.length);
    out.putShort((short) name).putShort((short) 0);
  }

  /**
   * The entries of an archive.
   *
   * @param archive the archive
   * @param limits the names that an entry may have, and the most bytes for each
   */
  static Map<String, byte[]> decode(byte[] archive, Map<String, Integer> limits)
      throws BundleException {
    ByteBuffer in = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 4 || in.getInt(0) != LOCAL) {
      throw new BundleException(
          archive.length == 0
              ? "the file is empty"
              : "is not an Emotone model, which is a zip archive");
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    while (in.remaining() >= 4 && in.getInt(in.position()) == LOCAL) {
      String name = name(in, entries, limits);
      entries.put(name, content(in, name, limits.getOrDefault(name, 0)));
    }
    return entries;
  }

  /** The name of the entry whose header stands at the position; it moves to the name's end. */
  private static String name(
      ByteBuffer in, Map<String, byte[]> entries, Map<String, Integer> limits)
      throws BundleException {
    String after = entries.isEmpty() ? "its first entry" : "entry " + (entries.size() + 1);
    if (in.remaining() < LOCAL_BYTES) {
      throw new BundleException("the file ends in " + after + "; is the download complete?");
    }
    int length = Short.toUnsignedInt(in.getShort(in.position() + 26));
    if (in.remaining() < LOCAL_BYTES + length) {
      throw new BundleException("the file ends in " + after + "; is the download complete?");
    }
    byte[] ascii = bytes(in, in.position() + LOCAL_BYTES, length);
    String name = new String(ascii, StandardCharsets.US_ASCII);
    if (!limits.containsKey(name)) {
      String printable = name.replaceAll("[^\\x21-\\x7e]", "?");
      throw new BundleException(
          "holds an entry \""
              + printable.substring(0, Math.min(80, printable.length()))
              + "\"; a model holds only "
              + String.join(", ", limits.keySet()));
    }
    if (entries.containsKey(name)) {
      throw new BundleException("holds entry " + name + " twice");
    }
    return name;
  }

  private static byte[] content(ByteBuffer in, String name, int most) throws BundleException {
    int header = in.position();
    int flags = in.getShort(header + 6);
    int method = in.getShort(header + 8);
    int extra = in.getShort(header + 28);
    if (flags != 0 || method != 0 || extra != 0) {
      throw new BundleException(
          "entry "
              + name
              + " is compressed or otherwise not stored as Emotone stores it: the file was"
              + " changed or packed by another program; get it again");
    }
    long size = Integer.toUnsignedLong(in.getInt(header + 18));
    if (size > most) {
      throw new BundleException(
          "entry " + name + " has " + size + " bytes, more than the " + most + " that it may have");
    }
    int start = header + LOCAL_BYTES + name.length();
    if (size > in.limit() - start) {
      throw new BundleException(
          "entry "
              + name
              + " says "
              + size
              + " bytes but the file ends after "
              + (in.limit() - start)
              + "; is the download complete?");
    }
    in.position(start + (int) size);
    return bytes(in, start, (int) size);
  }

  private static byte[] bytes(ByteBuffer in, int from, int count) {
    byte[] bytes = new byte[count];
    in.get(from, bytes);
    return bytes;
  }

  /** Throws unless the archive is, byte for byte, what its entries are written as. */
  static void requireCanonical(byte[] archive, Map<String, byte[]> entries) throws BundleException {
    int difference = Arrays.mismatch(archive, encode(entries));
    if (difference < 0) {
      return;
    }
    String place = "the directory at its end";
    int end = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      end += LOCAL_BYTES + entry.getKey().length() + entry.getValue().length;
      if (difference < end) {
        place = "the header of entry " + entry.getKey();
        break;
      }
    }
    throw new BundleException(
        "byte "
            + difference
            + ", in "
            + place
            + ", is not as it was written: the file was damaged or changed; get it again");
  }
}
