package org.emotone.audio.codec.opus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class OpusRoundTripTest {

  /** A buzz of many harmonics whose pitch and loudness move, as a voice's do. */
  private static Waveform buzz(int rate, int length) {
    float[] samples = new float[length];
    double phase = 0;
    for (int i = 0; i < length; i++) {
      double t = (double) i / rate;
      phase += 2 * Math.PI * (140 + 30 * Math.sin(5 * t)) / rate;
      for (int harmonic = 1; harmonic < 12; harmonic++) {
        samples[i] += (float) (0.1 / harmonic * Math.sin(harmonic * phase));
      }
      samples[i] *= (float) (0.6 + 0.4 * Math.sin(12 * t));
    }
    return new Waveform(samples, rate);
  }

  private static double correlation(float[] x, float[] y, int lag) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 500; i < x.length - 500; i++) {
      xy += x[i] * y[i + lag];
      xx += x[i] * x[i];
      yy += y[i + lag] * y[i + lag];
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void clipComesBackInTimeAndAlike() {
    for (int rate : new int[] {8000, 16_000, 22_050, 48_000}) {
      Waveform clip = buzz(rate, 2 * rate + 77);
      Waveform heard = new OpusRoundTrip(32, 0).apply(clip, 1);
      assertThat(heard.length()).isEqualTo(clip.length());
      int best = 0;
      for (int lag = -rate / 100; lag <= rate / 100; lag++) {
        double now = correlation(clip.samples(), heard.samples(), lag);
        best = now > correlation(clip.samples(), heard.samples(), best) ? lag : best;
      }
      // Opus' own high-pass leads a little.
      assertThat(1000.0 * best / rate).as("ms at %d Hz", rate).isBetween(-0.3, 0.1);
      assertThat(correlation(clip.samples(), heard.samples(), best)).isGreaterThan(0.8);
    }
  }

  @Test
  void fewerBitsAndLostPacketsCostMore() {
    Waveform clip = buzz(16_000, 32_000);
    float[] samples = clip.samples();
    double good = correlation(samples, new OpusRoundTrip(64, 0).apply(clip, 1).samples(), 0);
    double poor = correlation(samples, new OpusRoundTrip(6, 0).apply(clip, 1).samples(), 0);
    double lossy = correlation(samples, new OpusRoundTrip(64, 0.3).apply(clip, 1).samples(), 0);
    assertThat(good).isGreaterThan(poor).isGreaterThan(lossy);
  }

  @Test
  void sameSeedLosesTheSamePackets() {
    Waveform clip = buzz(16_000, 16_000);
    OpusRoundTrip call = new OpusRoundTrip(16, 0.2);
    assertThat(call.apply(clip, 5).samples()).isEqualTo(call.apply(clip, 5).samples());
    assertThat(call.apply(clip, 6).samples()).isNotEqualTo(call.apply(clip, 5).samples());
  }

  @Test
  void anyClipIsTaken() {
    Random random = new Random(1);
    float[] loud = new float[777];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (float) (3 * random.nextGaussian());
    }
    assertThat(new OpusRoundTrip(12, 0).apply(new Waveform(loud, 16_000), 1).length())
        .isEqualTo(777);
    assertThat(new OpusRoundTrip(12, 0).apply(new Waveform(new float[1], 16_000), 1).length())
        .isEqualTo(1);
    assertThatThrownBy(() -> new OpusRoundTrip(2, 0))
        .hasMessage("kilobits must be from 6 to 128, was 2.0");
  }
}
