package org.emotone.audio;

/** What Jazzer runs: the parser that its argument names, on any bytes. */
public final class FuzzTarget {
  private static FuzzedParser parser = FuzzedParser.WAV;

  private FuzzTarget() {}

  /** Called once by Jazzer with what stands behind {@code --target_args}. */
  public static void fuzzerInitialize(String[] args) {
    parser = FuzzedParser.valueOf(args[0]);
    parser.warmUp();
  }

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    parser.decode(input);
  }
}
