package org.emotone.training.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.emotone.features.FeatureMatrix;

/** One feature matrix in one file: its frames and coefficients, then its values row after row. */
final class PackedMatrix {

  /** {@code EMF1} as it stands in the file. */
  private static final int MAGIC = 0x31464d45;

  private PackedMatrix() {}

  /** Writes a file in one step: a reader sees all of it or nothing. */
  static void write(Path file, FeatureMatrix matrix) throws IOException {
    new PackedFile(matrix.frames(), matrix.coefficients(), matrix.values()).write(file, MAGIC);
  }

  /** Reads a file; empty if there is none or if it is not whole. */
  static Optional<FeatureMatrix> read(Path file) throws IOException {
    return PackedFile.read(file, MAGIC)
        .filter(packed -> packed.first() >= 0 && packed.second() >= 1)
        .filter(packed -> (long) packed.first() * packed.second() == packed.values().length)
        .map(packed -> new FeatureMatrix(packed.values(), packed.first(), packed.second()));
  }
}
