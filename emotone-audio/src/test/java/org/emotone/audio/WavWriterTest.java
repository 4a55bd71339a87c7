package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
  private final Path folder;

  WavWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sixteenBitAudioIsWrittenBackBitByBit() throws IOException {
    double[] all = new double[65_536];
    for (int i = 0; i < all.length; i++) {
      all[i] = (i - 32_768) / 32_768.0;
    }
    byte[] original = WavFile.mono(SampleFormat.S16LE, 44_100, all).bytes();
    Path file = folder.resolve("all.wav");
    WavWriter.write(file, Sounds.read(original));
    assertThat(Files.readAllBytes(file)).isEqualTo(original);
  }

  @Test
  void amplitudesAreRoundedAndClipped() throws IOException {
    Path file = folder.resolve("loud.wav");
    float step = 0x1p-15f;
    WavWriter.write(
        file,
        new Waveform(new float[] {1, -1, 7, -7, 0.5f * step, 0.49f * step, -0.6f * step}, 8000));
    assertThat(Audio.read(file).samples())
        .containsExactly(1 - step, -1, 1 - step, -1, step, 0, -step);
  }

  @Test
  void whatIsNoNumberIsNotWritten() {
    Path file = folder.resolve("nan.wav");
    assertThatThrownBy(() -> WavWriter.write(file, new Waveform(new float[] {0, Float.NaN}, 8000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sample 1 is NaN");
    assertThat(file).doesNotExist();
  }
}
