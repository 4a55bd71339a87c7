package org.emotone.corpus.download.archive;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a pax header says of the entry after it: lines of {@code LENGTH KEY=VALUE\n}, where the
 * length counts the bytes of the whole line.
 *
 * @param path the entry's path, null if not given
 * @param size its bytes, -1 if not given
 */
record PaxHeader(@Nullable String path, long size) {

  static PaxHeader parse(String archive, byte[] bytes) throws ArchiveException {
    String path = null;
    long size = -1;
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      int space = indexOf(bytes, ' ', at);
      int length = length(archive, bytes, at, space);
      if (length < space - at + 2 || at + length > bytes.length) {
        throw damaged(archive);
      }
      String line = new String(bytes, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
      if (line.startsWith("path=")) {
        path = line.substring("path=".length());
      } else if (line.startsWith("size=")) {
        size = size(archive, line.substring("size=".length()));
      }
      at += length;
    }
    return new PaxHeader(path, size);
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int length(String archive, byte[] bytes, int at, int space)
      throws ArchiveException {
    if (space < at + 1 || space > at + 6) {
      throw damaged(archive);
    }
    return (int) size(archive, new String(bytes, at, space - at, StandardCharsets.ISO_8859_1));
  }

  private static long size(String archive, String digits) throws ArchiveException {
    if (!digits.matches("[0-9]{1,18}")) {
      throw damaged(archive);
    }
    return Long.parseLong(digits);
  }

  private static ArchiveException damaged(String archive) {
    return new ArchiveException(
        archive + ": is a damaged tar: an extended header cannot be read; download it again");
  }
}
