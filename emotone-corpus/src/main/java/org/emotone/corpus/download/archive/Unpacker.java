package org.emotone.corpus.download.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Unpacks zip, tar and tar.gz archives, told apart by their content. */
public final class Unpacker {
  private static final int HEAD = 264;

  private final Settings settings;

  /**
   * An unpacker.
   *
   * @param limits how much an archive may hold
   * @param space how much room the disk has
   * @param listener hears how far it is
   */
  public Unpacker(ArchiveLimits limits, DiskSpace space, UnpackListener listener) {
    this.settings = new Settings(limits, space, listener);
  }

  /**
   * Unpacks an archive below a folder. Files appear only when the whole archive was good; those
   * that an earlier attempt left are replaced.
   *
   * @param target a folder, made if it does not exist
   * @throws ArchiveException if the archive is damaged, hostile or no archive
   * @throws IOException if reading or writing fails, or the disk has no room
   */
  public Unpacked unpack(Path archive, Path target, Selection selection) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(archive)) {
      head = in.readNBytes(HEAD);
    }
    Files.createDirectories(target);
    String staging = String.valueOf(archive.getFileName());
    if (starts(head, "PK\u0003\u0004") || starts(head, "PK\u0005\u0006")) {
      return new ZipUnpacking(archive, target, selection, settings).run(staging);
    }
    if (starts(head, "\u001f\u008b")) {
      return new TarUnpacking(archive, target, true, selection, settings).run(staging);
    }
    if (head.length > 262
        && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
      return new TarUnpacking(archive, target, false, selection, settings).run(staging);
    }
    throw new ArchiveException(archive + ": is " + kind(head));
  }

  private static boolean starts(byte[] head, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static String kind(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1).trim().toLowerCase(Locale.ROOT);
    if (text.startsWith("<")) {
      return "a web page instead of an archive: the server wants something first (a login, a"
          + " consent, a pause); open its address in a browser";
    }
    return "neither zip nor tar nor tar.gz ("
        + (head.length == 0 ? "it is empty" : "it begins with " + hex(head))
        + "); download it again";
  }

  private static String hex(byte[] head) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(4, head.length); i++) {
      text.append(String.format(Locale.ROOT, i == 0 ? "%02x" : " %02x", head[i] & 0xff));
    }
    return text.toString();
  }

  /** What all kinds of archives share. */
  record Settings(ArchiveLimits limits, DiskSpace space, UnpackListener listener) {}
}
