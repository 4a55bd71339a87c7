package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format and sample type gives what FFmpeg gives (5.1.9; fixtures by {@code conformance.sh}).
 */
class ConformanceTest {
  /** Vorbis and Opus order the channels of 5.1 otherwise than FFmpeg hands them out. */
  private static final int[] SURROUND = {0, 2, 1, 5, 3, 4};

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.audio.Fixture#all")
  void everyFormatGivesWhatTheReferenceDecoderGives(Fixture fixture) throws IOException {
    float[] expected = fixture.reference();
    int channels = fixture.channels();
    float[] decoded = new float[expected.length + 8192 * channels];
    int frames = 0;
    AudioProperties properties;
    try (AudioStream stream =
        Audio.open(
            new ByteArrayInputStream(fixture.bytes()), fixture.name(), AudioLimits.DEFAULT)) {
      properties = stream.properties();
      for (int got; (got = stream.read(decoded, frames * channels, 777)) > 0; ) {
        frames += got;
      }
      assertThat(stream.warnings()).isEmpty();
    }
    assertThat(properties.sampleRate()).isEqualTo(fixture.sampleRate());
    assertThat(properties.channels()).isEqualTo(channels);
    assertThat(properties.frames()).isIn(-1L, (long) frames);
    assertThat((double) frames)
        .isCloseTo((double) expected.length / channels, Offset.offset(slack(fixture)));
    float[] actual = Arrays.copyOf(decoded, expected.length);
    if (frames * channels < expected.length) {
      Arrays.fill(expected, frames * channels, expected.length, 0);
    }
    assertThat(largestDifference(expected, inOrder(fixture, actual)))
        .isLessThanOrEqualTo(error(fixture));
  }

  /**
   * Frames by which the lengths may differ: less than one block. FFmpeg leaves the end of Vorbis
   * untrimmed where one page holds it all, and that of an MP3 with an ID3v1 tag behind it.
   */
  private static double slack(Fixture fixture) {
    String name = fixture.name();
    boolean differs =
        List.of("mp3-tagged.mp3", "mp3.mka", "vorbis-mono.ogg", "vorbis-stereo.ogg").contains(name);
    return differs ? 1151 : 0;
  }

  /** The largest difference that the format allows, of full scale. */
  private static double error(Fixture fixture) {
    String format = fixture.name();
    if (format.startsWith("opus")) {
      return 14 * 0x1p-15; // Concentus computes in integers, libopus here in floats
    }
    if (format.startsWith("mp") || format.startsWith("vorbis")) {
      return 1.5 * 0x1p-15; // the reference is rounded to 16 bits
    }
    return List.of("s32", "f32", "f64").stream().anyMatch(format::contains) ? 0x1p-24 : 0;
  }

  private static float[] inOrder(Fixture fixture, float[] samples) {
    if (!fixture.name().matches("(opus|vorbis)-surround.*")) {
      return samples;
    }
    float[] ordered = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      ordered[i] = samples[i / 6 * 6 + SURROUND[i % 6]];
    }
    return ordered;
  }

  private static double largestDifference(float[] expected, float[] actual) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]));
    }
    return largest;
  }
}
