package org.emotone.corpus.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a Git repository in place of a large file (Git LFS specification, version 1).
 *
 * @param checksum SHA-256 of the large file
 * @param size its bytes
 */
record LfsPointer(Checksum checksum, long size) {
  private static final int MOST_BYTES = 1024;
  private static final Pattern POINTER =
      Pattern.compile(
          "version https://git-lfs\\.github\\.com/spec/v1\\n(?:.*\\n)*?"
              + "oid sha256:([0-9a-f]{64})\\n(?:.*\\n)*?size (\\d{1,18})\\n?[\\s\\S]*");

  /** The pointer in a file; empty if the file is something else. */
  static Optional<LfsPointer> in(Path file) throws IOException {
    if (Files.size(file) >= MOST_BYTES) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Matcher matcher = POINTER.matcher(text.replace("\r\n", "\n"));
    return matcher.matches()
        ? Optional.of(
            new LfsPointer(
                new Checksum(Checksum.Algorithm.SHA256, matcher.group(1)),
                Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
