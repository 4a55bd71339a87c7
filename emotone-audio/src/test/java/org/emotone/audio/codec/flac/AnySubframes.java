package org.emotone.audio.codec.flac;

import java.io.IOException;
import org.emotone.audio.AudioSource;

/** Decodes any bytes as subframes: past the checksums, which few inputs of a fuzzer have right. */
public final class AnySubframes {
  private static final int FRAMES = 1152;

  private AnySubframes() {}

  /** Decodes to the end or to the first fault; the first two bytes say what to expect. */
  public static void decode(AudioSource in) throws IOException {
    FlacBits bits = new FlacBits(in);
    Subframe subframe = new Subframe(in, bits);
    int[] samples = new int[FRAMES];
    long[] wide = new long[FRAMES];
    try {
      int width = 4 + bits.number(8) % 30;
      int frames = 1 + bits.number(16) % FRAMES;
      while (!bits.atEnd()) {
        if (width == 33) {
          subframe.decode33(wide, samples, frames);
        } else {
          subframe.decode(samples, frames, width);
        }
      }
    } catch (FlacEnd e) {
      // so ends everything that is no fault
    }
  }
}
