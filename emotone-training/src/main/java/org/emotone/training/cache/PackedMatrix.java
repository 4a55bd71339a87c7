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
import org.emotone.features.FeatureMatrix;

/**
 * One feature matrix in one file: the magic number, frames, coefficients and CRC-32C of the values
 * as four little-endian integers, then the values as little-endian floats, row after row.
 */
final class PackedMatrix {

  /** {@code EMF1} as it stands in the file. */
  private static final int MAGIC = 0x31464d45;

  private static final int HEADER = 16;

  private PackedMatrix() {}

  /** Writes a file in one step: a reader sees all of it or nothing. */
  static void write(Path file, FeatureMatrix matrix) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER + Float.BYTES * matrix.values().length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(HEADER);
    bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(matrix.values());
    bytes
        .putInt(0, MAGIC)
        .putInt(4, matrix.frames())
        .putInt(8, matrix.coefficients())
        .putInt(12, checksum(bytes));
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), "part", ".tmp");
    try {
      Files.write(part, bytes.array());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Reads a file; empty if there is none or if it is not whole. */
  static Optional<FeatureMatrix> read(Path file) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.capacity() < HEADER || bytes.getInt(0) != MAGIC) {
      return Optional.empty();
    }
    int frames = bytes.getInt(4);
    int coefficients = bytes.getInt(8);
    long size = HEADER + (long) Float.BYTES * frames * coefficients;
    if (frames < 0 || coefficients < 1 || size != bytes.capacity()) {
      return Optional.empty();
    }
    if (bytes.getInt(12) != checksum(bytes)) {
      return Optional.empty();
    }
    float[] values = new float[frames * coefficients];
    bytes.position(HEADER);
    bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Optional.of(new FeatureMatrix(values, frames, coefficients));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().position(HEADER).limit(bytes.capacity()));
    return (int) crc.getValue();
  }
}
