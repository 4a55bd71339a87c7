package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * First-order pre-emphasis y[n] = x[n] − c x[n − 1] and its inverse, as {@code
 * librosa.effects.preemphasis} and {@code deemphasis} of librosa 0.11 define them: to the first
 * sample 2 x[0] − x[1] is added.
 *
 * @param coefficient c, 0 to below 1
 */
public record Emphasis(double coefficient) {

  /** 0.97, librosa's default. */
  public static final Emphasis DEFAULT = new Emphasis(0.97);

  /** Checks the range. */
  public Emphasis {
    if (!(coefficient >= 0 && coefficient < 1)) {
      throw new IllegalArgumentException(
          "coefficient must be from 0 to below 1, was " + coefficient);
    }
  }

  /** Emphasises high frequencies. */
  public Waveform emphasise(Waveform waveform) {
    float[] x = waveform.samples();
    float[] y = new float[x.length];
    for (int i = 0; i < y.length; i++) {
      double before = i == 0 ? -extrapolated(x) : coefficient * x[i - 1];
      y[i] = (float) (x[i] - before);
    }
    return new Waveform(y, waveform.sampleRate());
  }

  private static double extrapolated(float[] x) {
    return 2.0 * x[0] - x[Math.min(1, x.length - 1)];
  }

  /** Takes back what {@link #emphasise} did. */
  public Waveform deEmphasise(Waveform waveform) {
    float[] y = waveform.samples();
    float[] x = new float[y.length];
    double last = 0;
    for (int i = 0; i < x.length; i++) {
      last = i == 0 ? first(y) : y[i] + coefficient * last;
      x[i] = (float) last;
    }
    return new Waveform(x, waveform.sampleRate());
  }

  /** Solves y[0] = 3 x[0] − x[1] and y[1] = x[1] − c x[0] for x[0]. */
  private double first(float[] y) {
    return y.length == 1 ? y[0] / 2.0 : ((double) y[0] + y[1]) / (3 - coefficient);
  }
}
