package org.emotone.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.RecognitionStream;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;

/**
 * How long a stream takes from the last sample that a result needs to the result: the time of those
 * calls of {@link RecognitionStream#push} that gave one, with blocks of 20 ms. Beside the clock
 * stands the processor time of the calling thread, which does all of it: what the clock would say
 * on a machine without other work.
 */
public final class StreamLatency {

  private static final int BLOCKS_PER_SECOND = 50;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 10;

  private StreamLatency() {}

  /** Takes a model and recordings; prints the median, the 99th percentile and the longest. */
  public static void main(String[] arguments) throws Exception {
    List<double[]> milliseconds = new ArrayList<>();
    try (Recognizer recognizer = Recognizer.open(Path.of(arguments[0]))) {
      for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
          List<double[]> measured = measure(recognizer, Audio.read(Path.of(file)));
          milliseconds.addAll(round < WARM_UPS ? List.of() : measured);
        }
      }
    }
    System.out.println(milliseconds.size() + " results");
    print("clock", milliseconds.stream().map(both -> both[0]).sorted().toList());
    print("processor", milliseconds.stream().map(both -> both[1]).sorted().toList());
  }

  private static void print(String what, List<Double> sorted) {
    int count = sorted.size();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms",
            what,
            sorted.get(count / 2),
            sorted.get((int) (0.99 * (count - 1))),
            sorted.get(count - 1)));
  }

  private static List<double[]> measure(Recognizer recognizer, Waveform clip) {
    List<double[]> milliseconds = new ArrayList<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int[] results = {0};
    RecognitionStream stream =
        new RecognitionStream(
            recognizer,
            clip.sampleRate(),
            1,
            TimelineSettings.DEFAULT,
            new StreamListener() {
              @Override
              public void interval(TimelineWindow window, EmotionSegment current) {
                results[0]++;
              }

              @Override
              public void utterance(Segment span, List<EmotionSegment> segments) {
                results[0]++;
              }
            });
    int frames = clip.sampleRate() / BLOCKS_PER_SECOND;
    for (int from = 0; from < clip.length(); from += frames) {
      int to = Math.min(clip.length(), from + frames);
      float[] block = Arrays.copyOfRange(clip.samples(), from, to);
      int before = results[0];
      long processor = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      stream.push(block, block.length);
      double clock = (System.nanoTime() - start) / 1e6;
      if (results[0] > before) {
        milliseconds.add(
            new double[] {clock, (threads.getCurrentThreadCpuTime() - processor) / 1e6});
      }
    }
    stream.end();
    return milliseconds;
  }
}
