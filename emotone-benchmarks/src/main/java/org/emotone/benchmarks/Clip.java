package org.emotone.benchmarks;

import java.util.Random;
import org.emotone.audio.Waveform;

/**
 * What is measured: 3 s at 22 050 Hz, noise of a fixed seed, as the speed depends on length only.
 */
final class Clip {

  static final int RATE = 22_050;

  private Clip() {}

  static Waveform noise() {
    return noise(RATE);
  }

  /** 3 s at another rate. */
  static Waveform noise(int rate) {
    Random random = new Random(1);
    float[] samples = new float[3 * rate];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return new Waveform(samples, rate);
  }
}
