package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTrimmerTest {

  /**
   * A tone of 220 Hz between two silences, with noise over all of it. Golden values: {@code
   * librosa.effects.trim(y, top_db=topDb, frame_length=frame, hop_length=hop)} of librosa 0.11.0
   * with NumPy 2.4.6, on the same signal in float32.
   */
  @ParameterizedTest
  @CsvSource({
    "16000,16000,4000,5000,0.5,0.0,60,2048,512,3072,12288",
    "16000,16000,4000,5000,0.5,0.0,30,2048,512,3072,12288",
    "16000,16000,4000,5000,0.5,0.0,25,400,160,3840,11200",
    "16000,16000,4000,5000,0.5,0.0,10,513,100,3800,11300",
    "16000,16000,4000,5000,0.5,0.001,60,2048,512,0,16000",
    "16000,16000,4000,5000,0.5,0.001,30,2048,512,3072,12288",
    "16000,16000,4000,5000,0.5,0.001,25,400,160,3840,11200",
    "16000,16000,4000,5000,0.5,0.001,10,513,100,3800,11300",
    "22050,22050,3000,7000,0.3,0.01,60,2048,512,0,22050",
    "22050,22050,3000,7000,0.3,0.01,30,2048,512,2048,16384",
    "22050,22050,3000,7000,0.3,0.01,25,400,160,2880,15360",
    "22050,22050,3000,7000,0.3,0.01,10,513,100,2900,15300",
    "5000,16000,1000,1000,0.9,0.0005,60,2048,512,0,5000",
    "5000,16000,1000,1000,0.9,0.0005,30,2048,512,0,5000",
    "5000,16000,1000,1000,0.9,0.0005,25,400,160,960,4320",
    "5000,16000,1000,1000,0.9,0.0005,10,513,100,800,4300",
    "700,16000,100,300,0.5,0.0,60,2048,512,0,700",
    "700,16000,100,300,0.5,0.0,30,2048,512,0,700",
    "700,16000,100,300,0.5,0.0,25,400,160,0,640",
    "700,16000,100,300,0.5,0.0,10,513,100,0,700",
    "48001,48000,20000,1,0.2,0.002,60,2048,512,0,48001",
    "48001,48000,20000,1,0.2,0.002,30,2048,512,19456,48001",
    "48001,48000,20000,1,0.2,0.002,25,400,160,19840,48001",
    "48001,48000,20000,1,0.2,0.002,10,513,100,19800,48001",
    "1,16000,0,0,0.5,0.0,60,2048,512,0,1",
    "1,16000,0,0,0.5,0.0,30,2048,512,0,1",
    "1,16000,0,0,0.5,0.0,25,400,160,0,1",
    "1,16000,0,0,0.5,0.0,10,513,100,0,1",
    "16000,16000,16000,0,0.5,0.0,60,2048,512,0,16000",
    "16000,16000,16000,0,0.5,0.0,30,2048,512,0,16000",
    "16000,16000,16000,0,0.5,0.0,25,400,160,0,16000",
    "16000,16000,16000,0,0.5,0.0,10,513,100,0,16000",
    "16000,16000,0,0,1e-06,0.0,60,2048,512,0,16000",
    "16000,16000,0,0,1e-06,0.0,30,2048,512,0,16000",
    "16000,16000,0,0,1e-06,0.0,25,400,160,0,16000",
    "16000,16000,0,0,1e-06,0.0,10,513,100,0,16000",
  })
  void trimsWhereLibrosaDoes(
      int length,
      int sampleRate,
      int lead,
      int tail,
      double amplitude,
      double noise,
      double topDb,
      int frame,
      int hop,
      int start,
      int end) {
    Waveform waveform = signal(length, sampleRate, lead, tail, amplitude, noise);
    assertThat(new SilenceTrimmer(topDb, frame, hop).find(waveform))
        .isEqualTo(new Range(start, end));
  }

  /** Three tones with silence between them. Golden values: {@code librosa.effects.split}. */
  @ParameterizedTest
  @CsvSource({
    "0.0,60,2048,512,3072-10240 13312-16384 20992-31232",
    "0.0,25,400,160,3840-9280 13920-15200 21920-30240",
    "0.0,10,513,100,3800-9300 13800-15300 21800-30300",
    "0.001,60,2048,512,0-32000",
    "0.001,30,2048,512,3072-10240 13312-16384 20992-31232",
    "0.001,25,400,160,3840-9280 13920-15200 21920-30240",
  })
  void splitsWhereLibrosaDoes(double noise, double topDb, int frame, int hop, String parts) {
    float[] samples = signal(32_000, 16_000, 0, 0, 0.5, 0).samples();
    float[] quiet = signal(32_000, 16_000, 32_000, 0, 0.5, noise).samples();
    for (int i = 0; i < samples.length; i++) {
      boolean sounds =
          (i >= 4000 && i < 9000) || (i >= 14_000 && i < 15_000) || (i >= 22_000 && i < 30_000);
      samples[i] = quiet[i] + (sounds ? samples[i] : 0);
    }
    List<Range> split = new SilenceTrimmer(topDb, frame, hop).split(new Waveform(samples, 16_000));
    assertThat(split.stream().map(part -> part.start() + "-" + part.end()))
        .containsExactly(parts.split(" ", -1));
  }

  @Test
  void soundAtBothEndsIsSplitToTheEnds() {
    float[] samples = signal(32_000, 16_000, 0, 0, 0.5, 0).samples();
    Arrays.fill(samples, 9000, 20_000, 0);
    assertThat(new SilenceTrimmer(30, 2048, 512).split(new Waveform(samples, 16_000)))
        .containsExactly(new Range(0, 10_240), new Range(19_456, 32_000));
  }

  @Test
  void onlyTheRangeIsKept() {
    Waveform waveform = signal(16_000, 16_000, 4000, 5000, 0.5, 0);
    Waveform trimmed = new SilenceTrimmer(30, 2048, 512).trim(waveform);
    assertThat(trimmed.length()).isEqualTo(12_288 - 3072);
    assertThat(trimmed.samples()[1000]).isEqualTo(waveform.samples()[4072]);
  }

  @Test
  void silenceAloneIsKeptWhole() {
    Waveform silence = new Waveform(new float[5000], 16_000);
    assertThat(new SilenceTrimmer(60, 2048, 512).trim(silence)).isSameAs(silence);
  }

  @Test
  void nothingStaysNothing() {
    Waveform nothing = new Waveform(new float[0], 16_000);
    assertThat(new SilenceTrimmer(60, 2048, 512).find(nothing)).isEqualTo(new Range(0, 0));
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new SilenceTrimmer(0, 2048, 512)).hasMessageContaining("topDb");
    assertThatThrownBy(() -> new SilenceTrimmer(60, 1, 512)).hasMessageContaining("frameLength");
    assertThatThrownBy(() -> new SilenceTrimmer(60, 2048, 0)).hasMessageContaining("hopLength");
  }

  /** Noise of the linear congruential generator of ANSI C, so that Python makes the same. */
  private static Waveform signal(
      int length, int sampleRate, int lead, int tail, double amplitude, double noise) {
    float[] samples = new float[length];
    long state = 12_345;
    for (int i = 0; i < length; i++) {
      boolean sounds = i >= lead && i < length - tail;
      double tone = sounds ? amplitude * Math.sin(2 * Math.PI * 220 * i / sampleRate) : 0;
      state = (1_103_515_245 * state + 12_345) & 0x7FFF_FFFF;
      samples[i] = (float) (tone + noise * ((double) state / 0x7FFF_FFFF * 2 - 1));
    }
    return new Waveform(samples, sampleRate);
  }
}
