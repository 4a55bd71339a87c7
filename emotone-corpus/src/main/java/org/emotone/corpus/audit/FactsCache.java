package org.emotone.corpus.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps what was measured of a file under a key that begins with the hash of its content (two hex
 * digits at least), so that a second audit need not decode. An entry that is damaged or of another
 * version counts as missing.
 */
final class FactsCache {

  /** To be raised whenever anything that is measured changes. */
  private static final int VERSION = 0x454D4601;

  private final Path folder;

  /** A cache in a folder, which need not exist yet. */
  FactsCache(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Optional<ClipFacts> get(String key) {
    try {
      return Optional.of(read(Files.readAllBytes(entry(key))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // Damaged: what is measured anew replaces it.
      return Optional.empty();
    }
  }

  void put(String key, ClipFacts facts) throws IOException {
    Path entry = entry(key);
    Path parent = entry.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path half = Files.createTempFile(parent, "half", ".tmp");
    try {
      Files.write(half, bytes(facts));
      Files.move(half, entry, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Spread over 256 folders: file managers dislike 10 000 files in one. */
  private Path entry(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".facts");
  }

  private static byte[] bytes(ClipFacts facts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(VERSION);
    out.writeUTF(facts.container());
    out.writeInt(facts.sampleRate());
    out.writeInt(facts.channels());
    out.writeLong(facts.frames());
    out.writeDouble(facts.peak());
    out.writeDouble(facts.clipped());
    out.writeUTF(facts.pcmHash());
    Fingerprint fingerprint = facts.fingerprint();
    out.writeInt(fingerprint.frames());
    for (int word : fingerprint.words()) {
      out.writeInt(word);
    }
    out.write(fingerprint.levels());
    return bytes.toByteArray();
  }

  private static ClipFacts read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != VERSION) {
      throw new IOException("another version");
    }
    return new ClipFacts(
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF(),
        fingerprint(in));
  }

  private static Fingerprint fingerprint(DataInputStream in) throws IOException {
    int frames = in.readInt();
    if (frames < 0 || in.available() != 5L * frames) {
      throw new IOException("damaged");
    }
    int[] words = new int[frames];
    for (int frame = 0; frame < frames; frame++) {
      words[frame] = in.readInt();
    }
    byte[] levels = in.readNBytes(frames);
    for (byte level : levels) {
      if (level < 0) {
        throw new IOException("damaged");
      }
    }
    return new Fingerprint(words, levels);
  }
}
