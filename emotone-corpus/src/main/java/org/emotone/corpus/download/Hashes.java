package org.emotone.corpus.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Sums of files. */
final class Hashes {
  private Hashes() {}

  /** Several sums in one pass over a file. */
  static Map<Checksum.Algorithm, Checksum> of(Path file, Set<Checksum.Algorithm> algorithms)
      throws IOException {
    Map<Checksum.Algorithm, MessageDigest> digests = new EnumMap<>(Checksum.Algorithm.class);
    for (Checksum.Algorithm algorithm : algorithms) {
      digests.put(algorithm, digest(algorithm));
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        for (MessageDigest digest : digests.values()) {
          digest.update(buffer, 0, read);
        }
      }
    }
    Map<Checksum.Algorithm, Checksum> sums = new EnumMap<>(Checksum.Algorithm.class);
    digests.forEach(
        (algorithm, digest) ->
            sums.put(
                algorithm, new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()))));
    return sums;
  }

  private static MessageDigest digest(Checksum.Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.javaName());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
    }
  }
}
