package org.emotone.audio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioLimitException;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.UnsupportedAudioException;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegTest {
  private static final int RATE = 44_100;

  private final Path folder;

  FfmpegTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "aac.m4a, AAC",
    "alac.m4a, ALAC",
    "aac.aac, AAC",
    "wma.wma, WMAV2",
    "ac3.ac3, AC3",
    "wavpack.wv, WAVPACK",
    "aac.mka, AAC",
    "video.mp4, AAC"
  })
  void soundIsReadAtItsOwnLevelAndRate(String name, String codec) throws IOException {
    Path file = Files.write(folder.resolve(name), fixture(name));
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      assertThat(stream.properties().codec()).isEqualTo(codec);
      assertThat(stream.properties().channels()).isEqualTo(2);
    }
    Waveform read = Audio.read(file);
    assertThat(read.sampleRate()).isEqualTo(RATE);
    // Codecs without a note of their padding keep up to two blocks of 2048.
    assertThat((double) read.length()).isCloseTo(0.2 * RATE, Offset.offset(4096.0));
    double power = 0;
    for (int i = 3000; i < 7000; i++) {
      power += read.samples()[i] * read.samples()[i] / 4000;
    }
    // The mean of two equal channels, not √2 times it.
    assertThat(Math.sqrt(2 * power)).isCloseTo(0.5, Offset.offset(0.03));
  }

  @Test
  void losslessSoundIsExact() throws IOException {
    Waveform read = Audio.read(Files.write(folder.resolve("a"), fixture("alac.m4a")));
    assertThat(read.length()).isEqualTo(RATE / 5);
    for (int i = 0; i < read.length(); i++) {
      assertThat((double) read.samples()[i])
          .isCloseTo(0.5 * Math.sin(2 * Math.PI * 440 * i / RATE), Offset.offset(1.01 * 0x1p-15));
    }
  }

  @Test
  void streamsAreReadLikeFiles() throws IOException {
    Path file = Files.write(folder.resolve("a.m4a"), fixture("aac.m4a"));
    assertThat(stream(fixture("aac.m4a")).samples()).isEqualTo(Audio.read(file).samples());
  }

  @Test
  void aFilmWithoutSoundSaysSo() {
    assertThatThrownBy(() -> stream(fixture("silent-film.mp4")))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessageContaining("clip: FFmpeg finds no sound in it");
  }

  @Test
  void limitsHoldHereToo() {
    AudioLimits limits = AudioLimits.DEFAULT.withMaxSeconds(0.1);
    assertThatThrownBy(
            () -> Audio.read(new ByteArrayInputStream(fixture("aac.m4a")), "clip", limits))
        .isInstanceOf(AudioLimitException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aac.m4a", "alac.m4a", "aac.aac", "wma.wma", "wavpack.wv"})
  void damagedFilesAreReadOrRefused(String name) throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      byte[] file = fixture(name);
      for (int k = random.nextInt(20); k >= 0; k--) {
        file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt(256);
      }
      try {
        stream(Arrays.copyOf(file, file.length - random.nextInt(file.length / 2)));
      } catch (AudioException e) {
        assertThat(e.getMessage()).startsWith("clip: ");
      }
    }
  }

  private static Waveform stream(byte[] file) throws IOException {
    return Audio.read(new ByteArrayInputStream(file), "clip", AudioLimits.DEFAULT);
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = FfmpegTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name + ": made by src/test/scripts/fixtures.sh").isNotNull();
      return in.readAllBytes();
    }
  }
}
