package org.emotone.cli;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** LibTorch, seen from the command line: is it there? */
final class Torch {

  private Torch() {}

  /**
   * Loads LibTorch.
   *
   * @return its version
   * @throws LinkageError if there is none for this machine
   */
  static String version() {
    Loader.load(torch.class);
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
