package org.emotone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotone.BundleException;
import org.emotone.Recognizer;
import org.emotone.TinyModel;
import org.emotone.audio.SampleFormat;
import org.emotone.audio.WavSink;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.Segment;
import org.junit.jupiter.api.Test;

class RecognitionStreamTest {

  private static final Recognizer RECOGNIZER = open();

  private static Recognizer open() {
    try {
      return Recognizer.of(TinyModel.bundle());
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps what it hears. */
  private static final class Kept implements StreamListener {
    private final List<TimelineWindow> windows = new ArrayList<>();
    private final List<EmotionSegment> current = new ArrayList<>();
    private final List<Segment> utterances = new ArrayList<>();
    private final List<EmotionSegment> segments = new ArrayList<>();

    @Override
    public void interval(TimelineWindow window, EmotionSegment now) {
      windows.add(window);
      current.add(now);
    }

    @Override
    public void utterance(Segment span, List<EmotionSegment> heard) {
      utterances.add(span);
      segments.addAll(heard);
    }
  }

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8000, 11_025, 16_000, 22_050, 44_100, 48_000);
  }

  @Property(tries = 12)
  void aStreamHearsWhatIsInTheFile(
      @ForAll @From("rates") int rate,
      @ForAll @IntRange(min = 1, max = 2) int channels,
      @ForAll @IntRange(min = 1, max = 60_000) int largest,
      @ForAll @IntRange(min = 5, max = 40) int tenthsOfWindow,
      @ForAll long seed)
      throws IOException {
    TimelineSettings settings =
        new TimelineSettings(tenthsOfWindow / 10.0, Math.min(1, tenthsOfWindow / 20.0), 0.6);
    Waveform talk = Resampler.resample(Talk.drawn(12, seed).sound(), rate);
    Path file = Files.createTempFile("talk", ".wav");
    byte[] bytes = bytes(talk, channels);
    try {
      float[] samples = new float[talk.length() * channels];
      SampleFormat.S16LE.decode(bytes, samples, 0, samples.length);
      try (WavSink sink = new WavSink(file, rate, channels, WavSink.Encoding.S16)) {
        sink.write(samples, talk.length());
      }
      Timeline whole = new TimelineRecognizer(RECOGNIZER, settings).analyze(file);
      Kept kept = new Kept();
      Quality quality = push(bytes, rate, channels, settings, largest, seed, kept);
      assertSame(kept, whole);
      assertThat(quality.seconds()).isEqualTo(whole.duration());
      assertThat(quality.speechSeconds()).isCloseTo(whole.speechSeconds(), within(1e-9));
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] bytes(Waveform talk, int channels) {
    byte[] bytes = new byte[2 * channels * talk.length()];
    int at = 0;
    for (float sample : talk.samples()) {
      for (int channel = 0; channel < channels; channel++) {
        int value = Math.round(sample * 32_000 / (1 + channel));
        bytes[at++] = (byte) value;
        bytes[at++] = (byte) (value >> 8);
      }
    }
    return bytes;
  }

  private static Quality push(
      byte[] bytes,
      int rate,
      int channels,
      TimelineSettings settings,
      int largest,
      long seed,
      Kept kept) {
    RecognitionStream stream = new RecognitionStream(RECOGNIZER, rate, channels, settings, kept);
    Random random = new Random(seed);
    for (int at = 0; at < bytes.length; ) {
      int next = Math.min(bytes.length, at + random.nextInt(largest + 1));
      byte[] block = Arrays.copyOfRange(bytes, at, next);
      stream.push(block, block.length, SampleFormat.S16LE);
      at = next;
    }
    return stream.end();
  }

  private static void assertSame(Kept kept, Timeline whole) {
    assertThat(kept.windows).hasSameSizeAs(whole.windows());
    for (int i = 0; i < kept.windows.size(); i++) {
      TimelineWindow heard = kept.windows.get(i);
      TimelineWindow expected = whole.windows().get(i);
      assertThat(heard.span()).isEqualTo(expected.span());
      assertThat(heard.speechSeconds()).isCloseTo(expected.speechSeconds(), within(1e-9));
      for (int label = 0; label < heard.probabilities().size(); label++) {
        assertThat(heard.probabilities().get(label))
            .isCloseTo(expected.probabilities().get(label), within(1e-5));
      }
    }
    assertThat(kept.segments.stream().map(EmotionSegment::span).toList())
        .isEqualTo(whole.segments().stream().map(EmotionSegment::span).toList());
    assertThat(kept.segments.stream().map(EmotionSegment::label).toList())
        .isEqualTo(whole.segments().stream().map(EmotionSegment::label).toList());
  }

  @Test
  void resultsComeWhileItIsSpokenAndWhenItEnds() {
    Kept kept = new Kept();
    Talk talk = Talk.of(9, List.of(new Segment(1, 6)), 3);
    RecognitionStream stream =
        new RecognitionStream(RECOGNIZER, 16_000, 1, new TimelineSettings(2, 1, 0.5), kept);
    float[] samples = talk.sound().samples();
    int[] windowsAt = new int[9];
    int[] utterancesAt = new int[9];
    for (int second = 0; second < 9; second++) {
      stream.push(Arrays.copyOfRange(samples, 16_000 * second, 16_000 * (second + 1)), 16_000);
      windowsAt[second] = kept.windows.size();
      utterancesAt[second] = kept.utterances.size();
    }
    assertThat(stream.seconds()).isEqualTo(9);
    assertThat(windowsAt).startsWith(0, 0, 0, 1, 2, 3);
    assertThat(utterancesAt).startsWith(0, 0, 0, 0, 0, 0).endsWith(1, 1);
    assertThat(kept.utterances).hasSize(1);
    assertThat(kept.utterances.get(0).start()).isCloseTo(1, within(0.15));
    assertThat(kept.utterances.get(0).end()).isCloseTo(6, within(0.15));
    assertThat(kept.current).hasSameSizeAs(kept.windows);
    stream.end();
    assertThat(kept.utterances).hasSize(1);
  }

  @Test
  void theEndOfTheStreamEndsWhatIsBeingSaid() {
    Kept kept = new Kept();
    Talk talk = Talk.of(3, List.of(new Segment(1, 3)), 3);
    RecognitionStream stream =
        new RecognitionStream(RECOGNIZER, 16_000, 1, TimelineSettings.DEFAULT, kept);
    stream.push(talk.sound().samples(), talk.sound().length());
    assertThat(kept.utterances).isEmpty();
    stream.end();
    assertThat(kept.utterances).hasSize(1);
    assertThat(kept.utterances.get(0).end()).isLessThanOrEqualTo(3);
    assertThatThrownBy(stream::end).hasMessage("the stream has ended");
    assertThatThrownBy(() -> stream.push(new float[1], 1)).hasMessage("the stream has ended");
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    RecognitionStream stream =
        new RecognitionStream(
            RECOGNIZER, 16_000, 1, TimelineSettings.DEFAULT, new StreamListener() {});
    assertThatThrownBy(() -> stream.push(new float[] {0, Float.NaN}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sample 1 is NaN");
  }

  @Test
  void anHourNeedsNoMoreMemoryThanAMinute() {
    int[] windows = {0};
    RecognitionStream stream =
        new RecognitionStream(
            RECOGNIZER,
            16_000,
            1,
            new TimelineSettings(2, 2, 0.5),
            new StreamListener() {
              @Override
              public void interval(TimelineWindow window, EmotionSegment current) {
                windows[0]++;
              }
            });
    float[] voice = Talk.of(10, List.of(new Segment(0, 10)), 1).sound().samples();
    stream.push(voice, voice.length);
    long before = used();
    for (int i = 0; i < 360; i++) {
      stream.push(voice, voice.length);
    }
    assertThat(used() - before).isLessThan(4L << 20);
    stream.end();
    assertThat(windows[0]).isGreaterThan(1500);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
