package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRecordingTest {

  private static Recognizer recognizer;

  @BeforeAll
  static void open() throws BundleException {
    recognizer = Recognizer.of(TinyModel.bundle());
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  /** A voice that speaks at times: 16 kHz, silent outside of the given seconds. */
  private static Waveform speaking(int seconds, int from, int to) {
    float[] samples = new float[seconds * 16_000];
    Waveform voice = RecognizerTest.voice(to - from);
    System.arraycopy(voice.samples(), 0, samples, from * 16_000, voice.length());
    return new Waveform(samples, 16_000);
  }

  private static double[] probabilities(Waveform clip) {
    return recognizer.clipProbabilities(TinyModel.FRONT_END.extract(clip));
  }

  private static void assertScores(Recognition recognition, double[] expected) {
    for (Score score : recognition.scores()) {
      int label = TinyModel.CLASSES.indexOf(score.label());
      assertThat(score.probability()).isCloseTo(expected[label], within(1e-9));
    }
  }

  @Test
  void upToAMinuteIsHeardAsAWholeAtAnyRate(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("clip.wav");
    for (int rate : new int[] {8000, 16_000, 22_050, 48_000}) {
      WavWriter.write(file, Resampler.resample(speaking(20, 3, 9), rate));
      assertThat(recognizer.recognize(file)).isEqualTo(recognizer.recognize(Audio.read(file)));
    }
  }

  @Test
  void partsWeighAsMuchAsTheSpeechInThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("long.wav");
    WavWriter.write(file, speaking(130, 40, 50));
    Waveform all = Audio.read(file);
    float[] second = Arrays.copyOfRange(all.samples(), 30 * 16_000, 60 * 16_000);
    Recognition heard = recognizer.recognize(file);
    assertScores(heard, probabilities(new Waveform(second, 16_000)));
    assertThat(heard.duration()).isEqualTo(130);
    assertThat(heard.quality().speechSeconds()).isCloseTo(10, within(0.5));
  }

  @Test
  void speechInEveryPartCountsByItsLength(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("long.wav");
    WavWriter.write(file, speaking(100, 0, 100));
    float[] all = Audio.read(file).samples();
    double[] first = probabilities(new Waveform(Arrays.copyOf(all, 480_000), 16_000));
    double[] second =
        probabilities(new Waveform(Arrays.copyOfRange(all, 480_000, 960_000), 16_000));
    double[] last =
        probabilities(new Waveform(Arrays.copyOfRange(all, 960_000, all.length), 16_000));
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      expected[i] = 0.3 * first[i] + 0.3 * second[i] + 0.4 * last[i];
    }
    for (Score score : recognizer.recognize(file).scores()) {
      int label = TinyModel.CLASSES.indexOf(score.label());
      assertThat(score.probability()).isCloseTo(expected[label], within(1e-3));
    }
  }

  @Test
  void progressGoesFromTheStartToTheEnd(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("long.wav");
    WavWriter.write(file, speaking(70, 10, 12));
    List<Double> heard = new ArrayList<>();
    recognizer.recognize(
        file,
        (seconds, total) -> {
          assertThat(total).isEqualTo(70);
          heard.add(seconds);
        });
    assertThat(heard).isSorted().hasSizeGreaterThan(50).endsWith(70.0);
  }

  @Test
  void anHourNeedsNoMoreMemoryThanAMinute() throws IOException {
    long before = used();
    long[] most = {0};
    Recognition heard =
        recognizer.recognize(
            new Endless(3600),
            (seconds, total) -> {
              if (seconds % 600 == 0) {
                most[0] = Math.max(most[0], used() - before);
              }
            });
    assertThat(heard.duration()).isEqualTo(3600);
    assertThat(most[0]).isLessThan(40L << 20);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** A voice at 16 kHz for so many seconds. */
  private static final class Endless implements AudioStream {
    private final float[] voice = RecognizerTest.voice(1).samples();
    private int left;

    Endless(int seconds) {
      left = seconds;
    }

    @Override
    public AudioProperties properties() {
      return new AudioProperties("test", "test", 16_000, 1, 16, -1);
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) {
      if (left-- <= 0) {
        return -1;
      }
      System.arraycopy(voice, 0, interleaved, offset, voice.length);
      return voice.length;
    }

    @Override
    public void close() {}
  }
}
