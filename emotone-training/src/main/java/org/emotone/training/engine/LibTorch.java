package org.emotone.training.engine;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's native library, which exists for some platforms only. */
public final class LibTorch {

  private LibTorch() {}

  /** Whether networks can be trained on this machine. */
  public static boolean available() {
    try {
      Loader.load(torch.class);
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  /**
   * Loads the library.
   *
   * @throws TrainingException if there is none for this machine
   */
  public static void require() {
    try {
      Loader.load(torch.class);
    } catch (LinkageError e) {
      throw new TrainingException(
          "Training needs LibTorch, which is not there for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + " (it is for Linux, macOS and Windows on x86-64 and for macOS on arm64): "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Loads the library and sets how many threads an operation uses.
   *
   * @param threads 0 for one per core
   */
  static void require(int threads) {
    require();
    torch.set_num_threads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }
}
