package org.emotone.features.effect;

import org.emotone.audio.Waveform;

/** A voice of glottal pulses without a tract, and measures of what becomes of it. */
final class Buzz {

  private Buzz() {}

  /** Harmonics of a pitch up to 4 kHz, falling by 6 dB an octave. */
  static Waveform of(double hz, int rate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      for (int harmonic = 1; harmonic * hz < Math.min(4000, rate / 2.2); harmonic++) {
        samples[i] += (float) (0.1 / harmonic * Math.sin(2 * Math.PI * harmonic * hz * i / rate));
      }
    }
    return new Waveform(samples, rate);
  }

  /**
   * The pitch between 60 and 400 Hz in the middle, in Hz: the first peak of the autocorrelation
   * that is nearly as high as the highest. A multiple of the period that comes nearer to a whole
   * number of samples may be higher than the period itself.
   */
  static double pitch(Waveform clip) {
    float[] x = clip.samples();
    int rate = clip.sampleRate();
    int from = x.length / 4;
    int to = 3 * x.length / 4;
    double[] likeness = new double[rate / 60 + 2];
    double highest = 0;
    for (int lag = rate / 400 - 1; lag < likeness.length; lag++) {
      for (int i = from; i + lag < to; i++) {
        likeness[lag] += x[i] * x[i + lag];
      }
      likeness[lag] /= to - from - lag;
      highest = Math.max(highest, likeness[lag]);
    }
    int best = rate / 400;
    while (likeness[best] < 0.8 * highest || likeness[best] < likeness[best + 1]) {
      best++;
    }
    double left = likeness[best - 1];
    double right = likeness[best + 1];
    double peak = 0.5 * (left - right) / (left - 2 * likeness[best] + right);
    return rate / (best + peak);
  }

  static double power(Waveform clip) {
    double sum = 0;
    for (float sample : clip.samples()) {
      sum += sample * sample;
    }
    return sum / clip.length();
  }
}
