package org.emotone.training.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An entry of the cache: a magic number, two numbers of the stage's own and the CRC-32C of what
 * follows as four little-endian integers, then values as little-endian floats.
 *
 * @param first number
 * @param second number
 * @param values that follow
 */
record PackedFile(int first, int second, float[] values) {

  private static final int HEADER = 16;

  /** Writes a file in one step: a reader sees all of it or nothing. */
  void write(Path file, int magic) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER + Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(HEADER);
    bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    bytes.putInt(0, magic).putInt(4, first).putInt(8, second);
    bytes.putInt(12, checksum(bytes));
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), "part", ".tmp");
    try {
      Files.write(part, bytes.array());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Reads a file; empty if there is none, or if it is not whole or of another stage. */
  static Optional<PackedFile> read(Path file, int magic) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.capacity() < HEADER
        || bytes.capacity() % Float.BYTES != 0
        || bytes.getInt(0) != magic
        || bytes.getInt(12) != checksum(bytes)) {
      return Optional.empty();
    }
    float[] values = new float[(bytes.capacity() - HEADER) / Float.BYTES];
    bytes.position(HEADER);
    bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Optional.of(new PackedFile(bytes.getInt(4), bytes.getInt(8), values));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().position(HEADER).limit(bytes.capacity()));
    return (int) crc.getValue();
  }
}
