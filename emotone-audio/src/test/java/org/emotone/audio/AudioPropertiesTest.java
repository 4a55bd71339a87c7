package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for any file, whole or broken. */
class AudioPropertiesTest {
  private static final AudioLimits SMALL = new AudioLimits(1 << 20, 20, 8, 1000, 192_000);

  @Property(tries = 200)
  void whatWasWrittenIsReadBackWithinHalfAStep(
      @ForAll @From("inWav") SampleFormat format,
      @ForAll @IntRange(min = 1000, max = 192_000) int sampleRate,
      @ForAll @Size(min = 1, max = 300) List<@FloatRange(min = -0.99f, max = 0.99f) Float> samples)
      throws IOException {
    double[] exact = samples.stream().mapToDouble(Float::doubleValue).toArray();
    Waveform read = Sounds.read(WavFile.mono(format, sampleRate, exact).bytes());
    double halfStep = format.floating() ? 0 : Math.scalb(1.0, -8 * format.bytes()) + 0x1p-24;
    assertThat(read.sampleRate()).isEqualTo(sampleRate);
    assertThat(read.length()).isEqualTo(exact.length);
    for (int i = 0; i < exact.length; i++) {
      assertThat(Math.abs(read.samples()[i] - exact[i])).isLessThanOrEqualTo(halfStep);
    }
  }

  @Property(tries = 40)
  void theSizeOfBlocksDoesNotMatter(
      @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(min = 1, max = 7000) int frames)
      throws IOException {
    byte[] file = whole(kind);
    assertThat(decode(file, frames)).isEqualTo(decode(file, 4096));
  }

  @Property(tries = 250)
  void aTruncatedFileAsksForTheRest(
      @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(max = 1 << 20) int cut) {
    byte[] file = whole(kind);
    AudioException failure = failure(Arrays.copyOf(file, cut % file.length));
    if (kind == 3 && failure == null) {
      return; // between two pages of Ogg: as a recorder that was stopped leaves it
    }
    assertThat(failure).message().containsAnyOf("is the download complete?", "the file is empty");
  }

  /** Among them the cuts after the first page, the headers and each page of sound. */
  @Example
  void anOggCutAnywhereAsksForTheRest() {
    int bytes = whole(3).length;
    for (int cut = 0; cut < bytes; cut++) {
      aTruncatedFileAsksForTheRest(3, cut);
    }
  }

  @Property(tries = 500)
  void aDamagedFileIsReadOrAnAudioException(
      @ForAll @IntRange(max = 3) int kind, @ForAll long seed) {
    failure(damaged(kind, seed));
  }

  @Provide
  Arbitrary<SampleFormat> inWav() {
    return Arbitraries.of(
        SampleFormat.U8,
        SampleFormat.S16LE,
        SampleFormat.S24LE,
        SampleFormat.S32LE,
        SampleFormat.F32LE,
        SampleFormat.F64LE);
  }

  private static byte[] damaged(int kind, long seed) {
    byte[] file = whole(kind);
    Random random = new Random(seed);
    int range = random.nextBoolean() ? Math.min(file.length, 100) : file.length;
    for (int i = random.nextInt(4); i >= 0; i--) {
      file[random.nextInt(range)] = (byte) random.nextInt(256);
    }
    return file;
  }

  @Property(tries = 250)
  void damageUnderRightChecksumsIsReadOrAnAudioException(@ForAll long seed) {
    OggFile file = OggFile.of(Sounds.fixture("stereo.opus"));
    Random random = new Random(seed);
    for (int i = random.nextInt(4); i >= 0; i--) {
      file.patch(random.nextInt(file.pages()), random.nextInt(15), (byte) random.nextInt(256));
    }
    failure(file.bytes());
  }

  @Example
  void fixturesAreWhole() {
    for (int kind = 0; kind < 4; kind++) {
      assertThat(failure(whole(kind))).isNull();
    }
  }

  private static byte[] whole(int kind) {
    return switch (kind) {
      case 0 -> new WavFile(SampleFormat.S24LE, 2, 8000, new double[9998]).bytes();
      case 1 -> Sounds.fixture("mono-s16.flac");
      case 2 -> Sounds.fixture("stereo-s24.flac");
      default -> Sounds.fixture("stereo.opus");
    };
  }

  /** Reads to the end; anything but an audio exception fails the test. */
  private static @Nullable AudioException failure(byte[] file) {
    try {
      Audio.read(new ByteArrayInputStream(file), "clip", SMALL);
      return null;
    } catch (AudioException e) {
      assertThat(e.getMessage()).startsWith("clip: ").doesNotContain("\n");
      return e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] decode(byte[] file, int frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream all = new DataOutputStream(bytes);
    try (AudioStream stream = Sounds.open(file)) {
      int channels = stream.properties().channels();
      float[] block = new float[frames * channels];
      for (int got; (got = stream.read(block, 0, frames)) > 0; ) {
        for (int i = 0; i < got * channels; i++) {
          all.writeFloat(block[i]);
        }
      }
    }
    return bytes.toByteArray();
  }
}
