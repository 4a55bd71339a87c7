package org.emotone.corpus.download.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that somebody else chose for files: decoded, and refused unless they stay below the folder
 * that they go to.
 */
public final class EntryPath {
  /** Most bytes of one name: what the common file systems take. */
  static final int MAX_NAME_BYTES = 255;

  /** Most characters of a whole path. */
  static final int MAX_PATH_CHARS = 1024;

  /** Most folders in each other. */
  static final int MAX_DEPTH = 32;

  private EntryPath() {}

  /**
   * A name as text: UTF-8 where the bytes are, otherwise code page 437 as the zip specification
   * says (APPNOTE 6.3.10, appendix D). Some corpora in French were packed that way.
   */
  static String decode(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      Charset dos =
          Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
      return new String(raw, dos);
    }
  }

  /**
   * The path of an entry relative to the folder, with {@code /} between its names and nothing odd
   * in it; empty for the folder itself.
   *
   * @param archive where the name comes from, for the message
   * @param name the name as it was given
   * @throws ArchiveException if the path is absolute, climbs, or holds names that a file system may
   *     read as something else
   */
  public static String checked(String archive, String name) throws ArchiveException {
    String path = Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
    if (path.startsWith("/") || path.matches("^[A-Za-z]:.*")) {
      throw refused(archive, name, "is an absolute path");
    }
    if (path.length() > MAX_PATH_CHARS) {
      throw refused(archive, name, "has more than " + MAX_PATH_CHARS + " characters");
    }
    List<String> names = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      checkName(archive, name, part);
      names.add(part);
    }
    if (names.size() > MAX_DEPTH) {
      throw refused(archive, name, "lies more than " + MAX_DEPTH + " folders deep");
    }
    return String.join("/", names);
  }

  private static void checkName(String archive, String name, String part) throws ArchiveException {
    if (part.equals("..")) {
      throw refused(archive, name, "leads out of the folder");
    }
    if (part.codePoints().anyMatch(Character::isISOControl)) {
      throw refused(archive, name, "holds a control character");
    }
    if (part.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw refused(archive, name, "has a name of more than " + MAX_NAME_BYTES + " bytes");
    }
  }

  private static ArchiveException refused(String archive, String name, String why) {
    return new ArchiveException(
        archive
            + ": entry '"
            + shown(name)
            + "' "
            + why
            + "; the archive is damaged or hostile and nothing of it was unpacked");
  }

  /** A name fit for a message: one line, not endless. */
  static String shown(String name) {
    String oneLine = name.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= 120 ? oneLine : oneLine.substring(0, 120) + "…";
  }
}
