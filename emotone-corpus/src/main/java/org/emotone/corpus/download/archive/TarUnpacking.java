package org.emotone.corpus.download.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a tar, packed by gzip or not, in one pass. */
final class TarUnpacking {
  private final Path archive;
  private final Path target;
  private final boolean gzip;
  private final Selection selection;
  private final Unpacker.Settings settings;
  private int files;
  private int wanted;

  TarUnpacking(
      Path archive, Path target, boolean gzip, Selection selection, Unpacker.Settings settings) {
    this.archive = archive;
    this.target = target;
    this.gzip = gzip;
    this.selection = selection;
    this.settings = settings;
  }

  Unpacked run(String stagingName) throws IOException {
    String name = archive.toString();
    long packed = Files.size(archive);
    Budget budget = new Budget(name, settings.limits(), packed);
    settings.space().require(target, "unpacking " + archive.getFileName(), atLeast(packed));
    try (Counted raw =
            new Counted(new BufferedInputStream(Files.newInputStream(archive), 1 << 16));
        InputStream plain = new Budgeted(gzip ? new GZIPInputStream(raw, 1 << 16) : raw, budget);
        Staging staging = Staging.in(target, stagingName)) {
      TarStream tar = new TarStream(plain, name);
      Tree tree = new Tree(name);
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        unpack(tar, entry, tree, budget, staging);
        settings.listener().unpacked(raw.count, packed);
      }
      return staging.publish(files - wanted);
    } catch (ZipException | EOFException e) {
      throw new ArchiveException(
          name + ": cannot be unpacked (" + e.getMessage() + "); fetch it again", e);
    }
  }

  private void unpack(TarStream tar, TarEntry entry, Tree tree, Budget budget, Staging staging)
      throws IOException {
    String name = archive.toString();
    budget.entry();
    String path = EntryPath.checked(name, entry.name());
    if (!entry.folder() && !entry.file()) {
      throw new ArchiveException(
          name
              + ": entry '"
              + EntryPath.shown(entry.name())
              + "' is a link or a device (type '"
              + EntryPath.shown(String.valueOf(entry.type()))
              + "'), which no corpus needs; nothing was put into place");
    }
    tree.add(path, entry.folder());
    budget.declared(path, entry.size());
    if (entry.folder()) {
      return;
    }
    files++;
    Optional<String> place = selection.target(path);
    if (place.isPresent()) {
      wanted++;
      try (OutputStream out = staging.create(place.get())) {
        byte[] buffer = new byte[1 << 16];
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
          out.write(buffer, 0, read);
        }
      }
    }
  }

  /** Gzip's last four bytes are the unpacked size modulo 4 GiB (RFC 1952, section 2.3.1). */
  private long atLeast(long packed) throws IOException {
    if (!gzip || packed < 18) {
      return packed;
    }
    try (FileChannel channel = FileChannel.open(archive)) {
      ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(last, packed - 4);
      return Math.max(packed, Integer.toUnsignedLong(last.getInt(0)));
    }
  }

  /** Counts what is read, for progress. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Charges every byte that comes out, also of entries that are only skipped. */
  private static final class Budgeted extends FilterInputStream {
    private final Budget budget;

    Budgeted(InputStream in, Budget budget) {
      super(in);
      this.budget = budget;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      budget.bytes(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      budget.bytes(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] buffer = new byte[(int) Math.min(count, 1 << 16)];
      return count <= 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }
  }
}
