package org.emotone.corpus.download;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A sum that a file's publisher states.
 *
 * @param algorithm how it is computed
 * @param hex its value, lower-case hexadecimal
 */
public record Checksum(Algorithm algorithm, String hex) {

  /** Sums that hosts of corpora publish. */
  public enum Algorithm {
    /** 128 bits; protects against accidents, not against forgers. */
    MD5("MD5", 32),
    /** 160 bits; protects against accidents, not against forgers. */
    SHA1("SHA-1", 40),
    /** 256 bits. */
    SHA256("SHA-256", 64);

    private final String javaName;
    private final int digits;

    Algorithm(String javaName, int digits) {
      this.javaName = javaName;
      this.digits = digits;
    }

    /** The name that {@link java.security.MessageDigest} knows, which is also the common one. */
    public String javaName() {
      return javaName;
    }
  }

  /** Checks the value. */
  public Checksum {
    hex = hex.toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{" + algorithm.digits + "}")) {
      throw new IllegalArgumentException(
          "a sum by "
              + algorithm.javaName
              + " has "
              + algorithm.digits
              + " hexadecimal digits, not '"
              + hex
              + "'");
    }
  }

  /**
   * A sum from its text, such as {@code md5:bc69…} (Zenodo), {@code SHA-256:…} (Dataverse).
   *
   * @throws IllegalArgumentException if the algorithm is unknown or the value has the wrong length
   */
  @JsonCreator
  public static Checksum of(String text) {
    int colon = text.indexOf(':');
    if (colon > 0) {
      String name = text.substring(0, colon).replace("-", "").toUpperCase(Locale.ROOT);
      for (Algorithm algorithm : Algorithm.values()) {
        if (algorithm.name().equals(name)) {
          return new Checksum(algorithm, text.substring(colon + 1).trim());
        }
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no sum; expected md5:, sha1: or sha256: and hexadecimal digits");
  }

  /** The text that {@link #of} reads. */
  @JsonValue
  @Override
  public String toString() {
    return algorithm.name().toLowerCase(Locale.ROOT) + ":" + hex;
  }
}
