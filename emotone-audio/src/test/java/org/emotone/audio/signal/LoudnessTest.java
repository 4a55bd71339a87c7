package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessTest {

  /**
   * The test cases of EBU Tech 3341 (2016), table 1, that concern integrated loudness and are
   * synthetic: a sine of 1000 Hz at levels in dBFS for some seconds each, the same in both
   * channels.
   */
  @ParameterizedTest
  @CsvSource({
    "48000, -23 20, -23",
    "48000, -33 20, -33",
    "48000, -36 10 -23 60 -36 10, -23",
    "48000, -72 10 -36 10 -23 60 -36 10 -72 10, -23",
    "48000, -26 20 -20 20.1 -26 20, -23",
    "16000, -26 20 -20 20.1 -26 20, -23",
    "44100, -23 20, -23"
  })
  void casesOfTheEbuReadWithinATenth(int sampleRate, String levels, double lufs) {
    Loudness loudness = new Loudness(sampleRate, 2);
    String[] parts = levels.split(" ", -1);
    for (int i = 0; i < parts.length; i += 2) {
      double amplitude = Math.pow(10, Double.parseDouble(parts[i]) / 20);
      int frames = (int) (Double.parseDouble(parts[i + 1]) * sampleRate);
      Waveform sine = Sounds.sine(1000, amplitude, sampleRate, frames);
      loudness.add(interleaved(sine.samples(), 2), frames);
    }
    assertThat(loudness.integrated()).isCloseTo(lufs, within(0.1));
  }

  /** Case 6: five channels of −28, −28, −24, −30 and −30 dBFS. */
  @Test
  void channelsBehindWeighMore() {
    Loudness loudness = new Loudness(48_000, 5);
    double[] db = {-28, -28, -24, -30, -30};
    float[] sine = Sounds.sine(1000, 1, 48_000, 20 * 48_000).samples();
    float[] all = interleaved(sine, 5);
    for (int i = 0; i < all.length; i++) {
      all[i] *= (float) Math.pow(10, db[i % 5] / 20);
    }
    loudness.add(all, sine.length);
    assertThat(loudness.integrated()).isCloseTo(-23, within(0.1));
  }

  /**
   * Noise in bursts, at three levels. Golden values: {@code ffmpeg -af ebur128} of FFmpeg 5.1.9 on
   * the same signal in float32, which it brings to 48 kHz first.
   */
  @ParameterizedTest
  @CsvSource({
    "8000, -14.9",
    "16000, -14.4",
    "22050, -14.2",
    "44100, -14.1",
    "48000, -14.1",
    "96000, -13.9",
  })
  void noiseReadsAsFfmpegSays(int sampleRate, double lufs) {
    float[] samples = new float[6 * sampleRate];
    long state = 12_345;
    for (int i = 0; i < samples.length; i++) {
      state = (1_103_515_245 * state + 12_345) & 0x7FFF_FFFF;
      int third = i / (sampleRate / 2) % 3;
      double envelope = third == 0 ? 1 : third == 1 ? 0.1 : 0.001;
      samples[i] = (float) (0.3 * envelope * ((double) state / 0x7FFF_FFFF * 2 - 1));
    }
    assertThat(Loudness.of(new Waveform(samples, sampleRate))).isCloseTo(lufs, within(0.1));
  }

  @Test
  void silenceAndWhatIsTooShortHaveNoLoudness() {
    assertThat(Loudness.of(new Waveform(new float[48_000], 48_000)))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Loudness.of(Sounds.sine(1000, 1, 48_000, 19_000)))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static float[] interleaved(float[] mono, int channels) {
    float[] all = new float[channels * mono.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = mono[i / channels];
    }
    return all;
  }
}
