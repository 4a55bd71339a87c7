package org.emotone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that comes from anywhere and so may be of any size. */
final class ModelFile {

  private ModelFile() {}

  /**
   * Reads a file.
   *
   * @param most bytes that it may have
   * @param what it should be, for messages
   * @throws BundleException if it is missing, cannot be read or is larger
   */
  static byte[] read(Path file, int most, String what) throws BundleException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    } catch (IOException e) {
      String reason = Files.notExists(file) ? "there is no such file" : "cannot be read: " + e;
      throw new BundleException(file + ": " + reason, e);
    }
    checkSize(bytes, file.toString(), most, what);
    return bytes;
  }

  /**
   * Checks the size of a file in memory.
   *
   * @param name what to call it in messages
   * @throws BundleException if it has more than so many bytes
   */
  static void checkSize(byte[] bytes, String name, int most, String what) throws BundleException {
    if (bytes.length > most) {
      throw new BundleException(
          name + ": has more than the " + most + " bytes that " + what + " may have");
    }
  }
}
