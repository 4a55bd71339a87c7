package org.emotone.audio.signal;

import java.util.Random;
import org.emotone.audio.Waveform;

/** Sounds for tests. */
final class Sounds {
  private Sounds() {}

  static Waveform sine(double hz, double amplitude, int sampleRate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / sampleRate));
    }
    return new Waveform(samples, sampleRate);
  }

  /** White noise with a Gaussian amplitude. */
  static Waveform noise(long seed, double deviation, int sampleRate, int length) {
    Random random = new Random(seed);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (deviation * random.nextGaussian());
    }
    return new Waveform(samples, sampleRate);
  }

  /** Energy of what differs over the energy of what is expected, in dB. */
  static double errorDb(float[] expected, float[] actual, int from, int to) {
    double error = 0;
    double signal = 0;
    for (int i = from; i < to; i++) {
      error += Math.pow((double) actual[i] - expected[i], 2);
      signal += Math.pow(expected[i], 2);
    }
    return 10 * Math.log10(error / signal);
  }
}
