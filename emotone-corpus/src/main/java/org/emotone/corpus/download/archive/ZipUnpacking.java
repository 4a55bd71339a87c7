package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Unpacks a zip: everything that its directory says is checked before the first byte is written.
 */
final class ZipUnpacking {
  private final Path archive;
  private final Path target;
  private final Selection selection;
  private final Unpacker.Settings settings;

  ZipUnpacking(Path archive, Path target, Selection selection, Unpacker.Settings settings) {
    this.archive = archive;
    this.target = target;
    this.selection = selection;
    this.settings = settings;
  }

  Unpacked run(String stagingName) throws IOException {
    try (ZipArchive zip = ZipArchive.open(archive, settings.limits())) {
      Map<ZipItem, String> wanted = plan(zip);
      long total = wanted.keySet().stream().mapToLong(ZipItem::size).sum();
      settings.space().require(target, "unpacking " + archive.getFileName(), total);
      try (Staging staging = Staging.in(target, stagingName)) {
        long done = 0;
        for (Map.Entry<ZipItem, String> entry : wanted.entrySet()) {
          write(zip, entry.getKey(), staging, entry.getValue());
          done += entry.getKey().size();
          settings.listener().unpacked(done, total);
        }
        long files = zip.items().stream().filter(item -> !item.folder()).count();
        return staging.publish((int) files - wanted.size());
      }
    }
  }

  private Map<ZipItem, String> plan(ZipArchive zip) throws IOException {
    String name = archive.toString();
    Budget budget = new Budget(name, settings.limits(), Files.size(archive));
    Tree tree = new Tree(name);
    Map<ZipItem, String> wanted = new LinkedHashMap<>();
    for (ZipItem item : zip.items()) {
      budget.entry();
      String path = EntryPath.checked(name, item.name());
      tree.add(path, item.folder());
      budget.declared(path, item.size());
      budget.bytes(item.size());
      Optional<String> place = item.folder() ? Optional.empty() : selection.target(path);
      place.ifPresent(to -> wanted.put(item, to));
    }
    return wanted;
  }

  private void write(ZipArchive zip, ZipItem item, Staging staging, String path)
      throws IOException {
    CRC32 crc = new CRC32();
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.content(item);
        OutputStream out = staging.create(path)) {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        written += read;
        if (written > item.size()) {
          throw lies(item, "unpacks to more");
        }
        crc.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    } catch (ZipException | java.io.EOFException e) {
      throw new ArchiveException(
          archive
              + ": entry '"
              + EntryPath.shown(item.name())
              + "' cannot be unpacked ("
              + e.getMessage()
              + "); the download is damaged: fetch it again",
          e);
    }
    if (written < item.size()) {
      throw lies(item, "unpacks to " + written);
    }
    if (crc.getValue() != item.crc()) {
      throw lies(item, "has another CRC-32 than the directory says");
    }
  }

  private ArchiveException lies(ZipItem item, String how) {
    return new ArchiveException(
        archive
            + ": entry '"
            + EntryPath.shown(item.name())
            + "' says "
            + item.size()
            + " bytes and "
            + how
            + "; the archive is damaged or hostile and nothing of it was put into place");
  }
}
