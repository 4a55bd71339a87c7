package org.emotone.corpus.download.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** An open zip whose entries have been looked over: no links, no encryption, no shared bytes. */
final class ZipArchive implements Closeable {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final FileChannel channel;
  private final String archive;
  private final List<ZipItem> items;

  private ZipArchive(FileChannel channel, String archive, List<ZipItem> items) {
    this.channel = channel;
    this.archive = archive;
    this.items = items;
  }

  static ZipArchive open(Path file, ArchiveLimits limits) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      String archive = file.toString();
      List<ZipItem> items = new ZipDirectory(channel, archive, limits).read();
      for (ZipItem item : items) {
        check(archive, item);
      }
      checkOverlap(archive, items);
      return new ZipArchive(channel, archive, List.copyOf(items));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void check(String archive, ZipItem item) throws ArchiveException {
    String entry = archive + ": entry '" + EntryPath.shown(item.name()) + "' ";
    if (item.special()) {
      throw new ArchiveException(
          entry + "is a link or a device, which no corpus needs; nothing was unpacked");
    }
    if (item.encrypted()) {
      throw new ArchiveException(
          entry + "is encrypted; unpack the archive with the password that its owners gave you");
    }
    if (item.method() != STORED && item.method() != DEFLATED) {
      throw new ArchiveException(
          entry
              + "is packed by method "
              + item.method()
              + "; only stored (0) and deflated (8) are read: unpack it with another program");
    }
  }

  /** Entries that share packed bytes are the quadratic zip bomb of Fifield (WOOT 2019). */
  private static void checkOverlap(String archive, List<ZipItem> items) throws ArchiveException {
    List<ZipItem> inFile = new ArrayList<>(items);
    inFile.sort(Comparator.comparingLong(ZipItem::offset));
    long end = 0;
    for (ZipItem item : inFile) {
      if (item.offset() < end) {
        throw new ArchiveException(
            archive
                + ": entry '"
                + EntryPath.shown(item.name())
                + "' shares its bytes with another, as in a decompression bomb; nothing was"
                + " unpacked");
      }
      end = item.offset() + LOCAL_LENGTH + item.packed();
    }
  }

  List<ZipItem> items() {
    return items;
  }

  /** The unpacked bytes of an entry. */
  InputStream content(ZipItem item) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(LOCAL_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    while (header.hasRemaining()) {
      if (channel.read(header, item.offset() + header.position()) < 0) {
        throw misplaced(item);
      }
    }
    if (header.getInt(0) != LOCAL_HEADER) {
      throw misplaced(item);
    }
    int name = Short.toUnsignedInt(header.getShort(26));
    int extra = Short.toUnsignedInt(header.getShort(28));
    long start = item.offset() + LOCAL_LENGTH + name + extra;
    RegionStream packed = new RegionStream(channel, start, item.packed());
    return item.method() == STORED ? packed : new Inflated(packed);
  }

  private ArchiveException misplaced(ZipItem item) {
    return new ArchiveException(
        archive
            + ": is a damaged zip: entry '"
            + EntryPath.shown(item.name())
            + "' is not where the directory says; download it again");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Raw deflate; frees the native memory when closed. */
  private static final class Inflated extends InflaterInputStream {
    Inflated(InputStream packed) {
      super(packed, new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
