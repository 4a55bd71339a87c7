package org.emotone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model in one file, {@code *.emotone}: a zip archive of {@code manifest.json}, {@code
 * network.onnx}, {@code card.md} and {@code SHA256SUMS}, the digest of each of the others.
 *
 * <p>The entries are stored uncompressed, in this order and under a fixed date, so that the same
 * content always gives the same bytes and a reader can account for every byte of a file: one that
 * differs anywhere from what its entries would be written as is refused. Uncompressed also means
 * that no small file can unfold into a large one. The digests reveal damage; they do not prove who
 * made a file.
 *
 * @param manifest all about the network
 * @param network the ONNX model: input {@code features} {@code [batch][frames][coefficients]},
 *     output {@code logits} {@code [batch][classes]}; shared, not copied, and not to be changed
 * @param card the model card, in Markdown
 */
public record ModelBundle(Manifest manifest, byte[] network, String card) {

  private static final String MANIFEST = "manifest.json";
  private static final String NETWORK = "network.onnx";
  private static final String CARD = "card.md";

  /** Entries of a bundle, in their order, and the most bytes that each may have. */
  private static final Map<String, Integer> LIMITS = limits();

  /** The entries together, with room for headers and digests. */
  private static final int MOST_BYTES = (16 + 64 + 4 + 1) << 20;

  private static Map<String, Integer> limits() {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put(MANIFEST, 16 << 20);
    limits.put(NETWORK, 64 << 20);
    limits.put(CARD, 4 << 20);
    return Collections.unmodifiableMap(limits);
  }

  /**
   * Reads and checks a bundle.
   *
   * @throws BundleException if the file is missing, is no bundle, is damaged or changed, is too
   *     large or of another format version
   */
  public static ModelBundle read(Path file) throws BundleException {
    return read(ModelFile.read(file, MOST_BYTES, "a model"), file.toString());
  }

  /**
   * Reads and checks a bundle in memory.
   *
   * @param bytes the whole file
   * @param name what to call it in messages
   * @throws BundleException as {@link #read(Path)}
   */
  public static ModelBundle read(byte[] bytes, String name) throws BundleException {
    try {
      Map<String, byte[]> entries = StoredZip.decode(bytes, Digests.limits(LIMITS));
      Digests.verify(entries, LIMITS.keySet());
      StoredZip.requireCanonical(bytes, entries);
      return new ModelBundle(
          Manifest.fromJson(text(entries, MANIFEST)), entry(entries, NETWORK), text(entries, CARD));
    } catch (BundleException e) {
      throw new BundleException(name + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new BundleException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes the bundle, replacing the file at once and not in part.
   *
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if an entry is larger than a bundle may hold
   */
  public void write(Path file) throws IOException {
    byte[] bytes = toBytes();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The bundle as the bytes of its file.
   *
   * @throws IllegalArgumentException if an entry is larger than a bundle may hold
   */
  public byte[] toBytes() {
    return StoredZip.encode(Digests.seal(entries()));
  }

  /** The first 12 digits of a SHA-256 over everything in the bundle. */
  public String id() {
    return Digests.sha256(Digests.sums(entries())).substring(0, 12);
  }

  /** Name and {@link #id}, such as {@code default@0c5f1e7a92d4}. */
  public String fullName() {
    return manifest.name() + "@" + id();
  }

  private Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MANIFEST, manifest.toJson().getBytes(StandardCharsets.UTF_8));
    entries.put(NETWORK, network);
    entries.put(CARD, card.getBytes(StandardCharsets.UTF_8));
    LIMITS.forEach(
        (name, most) -> {
          int size = entries.getOrDefault(name, new byte[0]).length;
          if (size > most) {
            throw new IllegalArgumentException(
                name + " has " + size + " bytes, more than the " + most + " that it may have");
          }
        });
    return entries;
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) throws BundleException {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new BundleException("entry " + name + " is missing");
    }
    return bytes;
  }

  private static String text(Map<String, byte[]> entries, String name) throws BundleException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(entry(entries, name)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BundleException("entry " + name + " is not UTF-8 text", e);
    }
  }
}
