package org.emotone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last entry of a bundle: a line for each other entry, in the form of {@code sha256sum}. */
final class Digests {

  static final String ENTRY = "SHA256SUMS";

  private static final int MOST_BYTES = 1 << 12;

  private Digests() {}

  /** The limits of all entries, this one among them. */
  static Map<String, Integer> limits(Map<String, Integer> others) {
    Map<String, Integer> limits = new LinkedHashMap<>(others);
    limits.put(ENTRY, MOST_BYTES);
    return limits;
  }

  /** The entries with their digests after them. */
  static Map<String, byte[]> seal(Map<String, byte[]> entries) {
    Map<String, byte[]> sealed = new LinkedHashMap<>(entries);
    sealed.put(ENTRY, sums(entries));
    return sealed;
  }

  /** The digests of the entries. */
  static byte[] sums(Map<String, byte[]> entries) {
    StringBuilder sums = new StringBuilder();
    entries.forEach(
        (name, bytes) -> sums.append(sha256(bytes)).append("  ").append(name).append('\n'));
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Throws unless exactly the named entries are there and each has its digest. */
  static void verify(Map<String, byte[]> entries, Collection<String> names) throws BundleException {
    byte[] found = entries.get(ENTRY);
    if (found == null) {
      throw new BundleException("entry " + ENTRY + " is missing; is the download complete?");
    }
    Map<String, byte[]> others = new LinkedHashMap<>();
    for (String name : names) {
      byte[] bytes = entries.get(name);
      if (bytes == null) {
        throw new BundleException("entry " + name + " is missing");
      }
      others.put(name, bytes);
    }
    if (Arrays.equals(found, sums(others))) {
      return;
    }
    String text = new String(found, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> other : others.entrySet()) {
      if (!text.contains(sha256(other.getValue()) + "  " + other.getKey() + "\n")) {
        throw new BundleException(
            "entry "
                + other.getKey()
                + " does not have the SHA-256 that "
                + ENTRY
                + " gives for it: the file was damaged or changed; get it again");
      }
    }
    throw new BundleException(
        "entry " + ENTRY + " is not as it was written: the file was damaged or changed");
  }

  /** The digest as 64 lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
