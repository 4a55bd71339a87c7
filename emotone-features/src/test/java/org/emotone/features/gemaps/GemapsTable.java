package org.emotone.features.gemaps;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;

/** Writes what we say of a folder of WAV files, for {@code compare_opensmile.py}. */
public final class GemapsTable {

  private GemapsTable() {}

  /**
   * Arguments: a folder of WAV files, a CSV file to write, {@code egemaps} or {@code gemaps} for
   * functionals, {@code contours} for low-level descriptors.
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
      files = paths.filter(path -> path.toString().endsWith(".wav")).sorted().toList();
    }
    boolean contours = arguments[2].equals("contours");
    GemapsSet set = arguments[2].equals("gemaps") ? GemapsSet.GEMAPS_V01B : GemapsSet.EGEMAPS_V02;
    List<String> names = contours ? GemapsAnalysis.contourNames() : set.names();
    long nanos = 0;
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8))) {
      out.println("clip," + String.join(",", names));
      for (Path file : files) {
        Waveform clip = Audio.read(file);
        long start = cpu();
        GemapsAnalysis analysis = GemapsAnalysis.of(clip);
        float[] values = contours ? analysis.contours() : analysis.functionals(set);
        nanos += cpu() - start;
        print(out, file.getFileName().toString().replace(".wav", ""), values, names.size());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d clips, %.2f s of processor time of extraction alone%n",
        files.size(),
        nanos / 1e9);
  }

  /** Processor time of this thread: the compiler's threads and the start do not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(PrintWriter out, String clip, float[] values, int columns) {
    for (int from = 0; from < values.length; from += columns) {
      StringBuilder line = new StringBuilder(clip);
      for (int column = 0; column < columns; column++) {
        line.append(',').append(values[from + column]);
      }
      out.println(line);
    }
  }
}
