package org.emotone.audio;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Decodes the files of a list one after the other; {@code compare-decoders.sh} compares its time.
 */
public final class DecodingBenchmark {
  private static final int BLOCK_FRAMES = 4096;

  private DecodingBenchmark() {}

  /**
   * Prints the number of files, seconds of sound, seconds on the clock, and seconds of processor
   * time of all threads, those of the compiler and the collector among them.
   *
   * @param args a text file with the path of a sound on each line
   */
  public static void main(String[] args) throws IOException {
    List<String> files = Files.readAllLines(Path.of(args[0]));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begun = System.nanoTime();
    double seconds = 0;
    for (String file : files) {
      seconds += decode(Path.of(file));
    }
    System.out.printf(
        Locale.ROOT,
        "%d %.1f %.2f %.2f%n",
        files.size(),
        seconds,
        (System.nanoTime() - begun) * 1e-9,
        system.getProcessCpuTime() * 1e-9);
  }

  private static double decode(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      float[] block = new float[BLOCK_FRAMES * stream.properties().channels()];
      long frames = 0;
      for (int got; (got = stream.read(block, 0, BLOCK_FRAMES)) > 0; ) {
        frames += got;
      }
      return (double) frames / stream.properties().sampleRate();
    }
  }
}
