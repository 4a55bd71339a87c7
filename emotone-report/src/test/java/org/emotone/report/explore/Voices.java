package org.emotone.report.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;

/** Corpora of tones instead of voices. */
final class Voices {

  private Voices() {}

  /** A harmonic tone at 16 kHz, as loud at its beginning as at its end. */
  static Waveform tone(double hz, double amplitude, double seconds) {
    float[] samples = new float[(int) (16_000 * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / 16_000));
    }
    return new Waveform(samples, 16_000);
  }

  /**
   * Writes a corpus named as RAVDESS: so many speakers, odd ones men at 120 Hz, even ones women at
   * 220 Hz, each with calm (low, soft), happy (high) and angry (loud) clips of 0.8 s, a quarter of
   * which is silent, two takes each.
   */
  static Path ravdess(Path folder, int speakers) throws IOException {
    for (int speaker = 1; speaker <= speakers; speaker++) {
      Path own = Files.createDirectories(folder.resolve("Actor_%02d".formatted(speaker)));
      for (String emotion : new String[] {"02", "03", "05"}) {
        for (int take = 1; take <= 2; take++) {
          String name = "03-01-%s-01-01-%02d-%02d.wav".formatted(emotion, take, speaker);
          WavWriter.write(own.resolve(name), voice(emotion, take, speaker));
        }
      }
    }
    return folder;
  }

  private static Waveform voice(String emotion, int take, int speaker) {
    double hz = (speaker % 2 == 1 ? 120 : 220) + 3 * speaker + take;
    double amplitude = emotion.equals("02") ? 0.05 : emotion.equals("05") ? 0.5 : 0.15;
    double pitch = emotion.equals("03") ? 1.3 * hz : hz;
    Random random = new Random(31L * speaker + take);
    float[] samples = new float[12_800];
    for (int i = 1600; i < 11_200; i++) {
      double value = 0;
      for (int harmonic = 1; harmonic <= 8; harmonic++) {
        double weight = 1.0 / (harmonic + speaker % 3);
        value += weight * Math.sin(2 * Math.PI * harmonic * pitch * i / 16_000);
      }
      samples[i] = (float) (amplitude * (0.5 * value + 0.02 * random.nextGaussian()));
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.max(-0.99f, Math.min(0.99f, samples[i]));
    }
    return new Waveform(Arrays.copyOf(samples, samples.length), 16_000);
  }
}
