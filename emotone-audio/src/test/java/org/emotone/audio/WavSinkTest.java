package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavSinkTest {

  @Property(tries = 30)
  void whatIsWrittenInBlocksIsReadBack(
      @ForAll WavSink.Encoding encoding,
      @ForAll @IntRange(min = 1, max = 6) int channels,
      @ForAll @IntRange(min = 1, max = 40_000) int frames,
      @ForAll @IntRange(min = 1, max = 9000) int block)
      throws IOException {
    Path file = Files.createTempFile("sink", ".wav");
    float[] written = Sounds.sine(440, 0.9, 8000, frames * channels).samples();
    try (WavSink sink = new WavSink(file, 22_050, channels, encoding)) {
      for (int at = 0; at < frames; at += block) {
        int count = Math.min(block, frames - at);
        float[] part = Arrays.copyOfRange(written, at * channels, (at + count) * channels);
        sink.write(part, count);
      }
    }
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      assertThat(stream.properties().channels()).isEqualTo(channels);
      assertThat(stream.properties().sampleRate()).isEqualTo(22_050);
      assertThat(stream.properties().frames()).isEqualTo(frames);
      float[] read = new float[(frames + 1) * channels];
      int got = 0;
      for (int more; (more = stream.read(read, got * channels, frames + 1 - got)) > 0; ) {
        got += more;
      }
      assertThat(got).isEqualTo(frames);
      float error = encoding == WavSink.Encoding.F32 ? 0 : 1 / 65_536f;
      assertThat(Arrays.copyOf(read, written.length)).containsExactly(written, within(error));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void amplitudesBeyondFullScaleAreCutOffInIntegersOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("loud.wav");
    for (WavSink.Encoding encoding : WavSink.Encoding.values()) {
      try (WavSink sink = new WavSink(file, 8000, 1, encoding)) {
        sink.write(new float[] {2, -2}, 2);
      }
      float[] expected =
          encoding == WavSink.Encoding.S16
              ? new float[] {32_767 / 32_768f, -1}
              : new float[] {2, -2};
      assertThat(Audio.read(file).samples()).containsExactly(expected);
    }
  }

  @Test
  void impossibleFormatsAreRefused(@TempDir Path folder) {
    assertThatThrownBy(
            () -> new WavSink(folder.resolve("a.wav"), 0, 1, WavSink.Encoding.S16).close())
        .hasMessageContaining("positive rate");
    assertThatThrownBy(
            () -> new WavSink(folder.resolve("a.wav"), 8000, 65, WavSink.Encoding.S16).close())
        .hasMessageContaining("64 channels");
  }
}
