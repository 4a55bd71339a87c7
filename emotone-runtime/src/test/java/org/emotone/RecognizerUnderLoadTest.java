package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One recogniser, the shipped model, and sixteen threads that use it at the same time. */
class RecognizerUnderLoadTest {

  private static final int THREADS = 16;
  private static final Path MODEL = Path.of("..", "models", "default.emotone");
  private static final Path SAMPLES = Path.of("..", "samples");

  private static List<Waveform> clips() throws IOException {
    List<Waveform> clips = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".wav")).sorted().toList()) {
        clips.add(Audio.read(file));
      }
    }
    return clips;
  }

  /** What is said of a clip, as a clip and over time. */
  private record Answer(Recognition clip, Timeline timeline) {
    static Answer of(Recognizer recognizer, Waveform clip) {
      TimelineRecognizer timelines =
          new TimelineRecognizer(recognizer, TimelineSettings.DEFAULT, 1);
      return new Answer(recognizer.recognize(clip), timelines.analyze(clip));
    }
  }

  /** Each thread asks, clip after clip, as long as it shall; returns how often they asked. */
  private static long hammer(
      Recognizer recognizer, List<Waveform> clips, List<Answer> expected, BooleanSupplier more)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        tasks.add(
            () -> {
              long asked = 0;
              do {
                int clip = (int) ((first + asked) % clips.size());
                assertThat(Answer.of(recognizer, clips.get(clip))).isEqualTo(expected.get(clip));
                asked++;
              } while (more.getAsBoolean());
              return asked;
            });
      }
      long asked = 0;
      for (Future<Long> done : threads.invokeAll(tasks)) {
        asked += done.get();
      }
      return asked;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sixteenThreadsGetTheAnswersOfOne() throws Exception {
    List<Waveform> clips = clips();
    try (Recognizer recognizer = Recognizer.open(MODEL)) {
      List<Answer> expected = clips.stream().map(clip -> Answer.of(recognizer, clip)).toList();
      assertThat(hammer(recognizer, clips, expected, () -> false)).isEqualTo(THREADS);
    }
  }

  /** Five minutes: {@code mvn test -Dtest.groups=slow -Dtest.excludedGroups=}. */
  @Test
  @Tag("slow")
  void fiveMinutesOfItChangeNoAnswerAndTakeNoMoreMemory() throws Exception {
    List<Waveform> clips = clips();
    try (Recognizer recognizer = Recognizer.open(MODEL)) {
      List<Answer> expected = clips.stream().map(clip -> Answer.of(recognizer, clip)).toList();
      AtomicLong first = new AtomicLong(Long.MIN_VALUE);
      AtomicLong second = new AtomicLong(Long.MIN_VALUE);
      long asked = hammer(recognizer, clips, expected, watching(first));
      asked += hammer(recognizer, clips, expected, watching(second));
      System.out.printf(
          "%d answers; resident less committed heap: at most %d MB in the first half, %d MB in the"
              + " second%n",
          asked, first.get() >> 20, second.get() >> 20);
      assertThat(second.get()).isLessThan(first.get() + (64L << 20));
    }
  }

  /** Goes on for two and a half minutes, and notes the most memory that there was. */
  private static BooleanSupplier watching(AtomicLong most) {
    long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
    return () -> {
      most.accumulateAndGet(nativeBytes(), Math::max);
      return System.nanoTime() < end;
    };
  }

  /**
   * Memory of this process, by Linux' word, without Java's heap, which grows and shrinks as the
   * collector likes. Of the heap, some may not be resident: the figure is only good for comparing.
   */
  private static long nativeBytes() {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    try {
      long resident =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow();
      return resident - heap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
