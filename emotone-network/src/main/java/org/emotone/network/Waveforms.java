package org.emotone.network;

import java.util.Arrays;

/** What the layers on waveforms share. */
final class Waveforms {

  private Waveforms() {}

  static void checkBand(int sampleRate, double minHz, double maxHz) {
    Windows.atLeast("sampleRate", sampleRate, 1000);
    if (!(minHz >= 0 && minHz < maxHz && maxHz <= sampleRate / 2.0)) {
      throw new IllegalArgumentException(
          "minHz and maxHz must rise from 0 to half the sample rate of "
              + sampleRate
              + ", were "
              + minHz
              + " and "
              + maxHz);
    }
  }

  static void require(long[] shape) {
    Shapes.requireRank(shape, 3);
    if (shape[1] != 1) {
      throw new IllegalArgumentException(
          "takes waveforms [batch][1][samples], but its input has the shape "
              + Arrays.toString(shape));
    }
  }

  /** The numbers of taps around a middle, such as −2, −1, 0, 1, 2, as {@code [1][kernel]}. */
  static Tensor taps(int kernel) {
    float[] taps = new float[kernel];
    for (int i = 0; i < kernel; i++) {
      taps[i] = i - kernel / 2;
    }
    return new Tensor(new long[] {1, kernel}, taps);
  }
}
