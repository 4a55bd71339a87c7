package org.emotone.training.engine;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's native library, which exists for some platforms only. */
public final class LibTorch {

  static {
    // JavaCPP would refuse native memory beyond twice the heap, counting all that the process uses.
    String limit = "org.bytedeco.javacpp.maxPhysicalBytes";
    if (System.getProperty(limit) == null) {
      System.setProperty(limit, "0");
    }
  }

  private LibTorch() {}

  /** Whether networks can be trained on this machine. */
  public static boolean available() {
    try {
      require();
      return true;
    } catch (TrainingException e) {
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
          "Training needs LibTorch, which cannot be loaded on "
              + Loader.getPlatform()
              + " ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); train on Linux, macOS or Windows with an x86-64 processor, or on macOS with an"
              + " Apple one. Recognising works here all the same",
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
