package org.emotone.server.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that nobody needs any more. */
final class Discarded {

  private Discarded() {}

  /**
   * Deletes a file, if it is there; one that cannot be deleted now goes when the server starts
   * again.
   */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Left for the next start, which sweeps the folder.
    }
  }
}
