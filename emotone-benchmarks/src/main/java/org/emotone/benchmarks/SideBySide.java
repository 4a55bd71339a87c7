package org.emotone.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.emotone.audio.Waveform;

/**
 * The Java half of {@code side_by_side.py}: for each line {@code NAME REPETITIONS} on standard
 * input it prints the nanoseconds of the fastest of so many extractions, so that both halves take
 * turns.
 */
public final class SideBySide {

  private SideBySide() {}

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Waveform clip = Clip.noise();
    Map<String, Runnable> tasks =
        Map.of(
            "logMel128", () -> FrontEnds.LOG_MEL.extract(clip),
            "mfcc40", () -> FrontEnds.MFCC.extract(clip));
    serve(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System.out,
        tasks);
  }

  private static void serve(BufferedReader in, PrintStream out, Map<String, Runnable> tasks)
      throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.trim().split(" ", -1);
      Runnable task = tasks.get(words[0]);
      if (task == null || words.length != 2) {
        throw new IllegalArgumentException(
            "expected one of " + tasks.keySet() + " and a number, found \"" + line + "\"");
      }
      out.println(fastest(task, Integer.parseInt(words[1])));
      out.flush();
    }
  }

  private static long fastest(Runnable task, int repetitions) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < repetitions; i++) {
      long start = System.nanoTime();
      task.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
