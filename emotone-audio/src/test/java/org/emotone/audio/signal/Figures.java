package org.emotone.audio.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Figures that a test measured, kept under {@code target/figures} for the documentation. */
final class Figures {
  private Figures() {}

  static void write(String name, List<String> lines) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "figures"));
      Files.write(folder.resolve(name), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
