package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      hammer(recognizer, clips, expected, forTime(Duration.ofMinutes(1)));
      long before = residentBytes();
      long asked = hammer(recognizer, clips, expected, forTime(Duration.ofMinutes(4)));
      long grown = residentBytes() - before;
      System.out.printf("%d answers; resident memory grew by %d kB%n", asked, grown >> 10);
      assertThat(grown).isLessThan(32L << 20);
    }
  }

  private static BooleanSupplier forTime(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() < end;
  }

  /** Memory of this process, by Linux' word. */
  private static long residentBytes() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
