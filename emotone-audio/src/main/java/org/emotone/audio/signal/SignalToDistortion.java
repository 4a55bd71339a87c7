package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * The scale-invariant signal-to-distortion ratio, SI-SDR (Le Roux, Wisdom, Erdogan and Hershey,
 * ICASSP 2019, equation 3): how much of an estimate is its reference, whatever the gain.
 */
public final class SignalToDistortion {
  private SignalToDistortion() {}

  /**
   * Measures.
   *
   * @return the ratio in dB: +∞ if the estimate is a multiple of the reference, −∞ if it holds
   *     nothing of it
   * @throws IllegalArgumentException if the lengths differ or the reference is silent
   */
  public static double db(Waveform reference, Waveform estimate) {
    if (reference.length() != estimate.length()) {
      throw new IllegalArgumentException(
          "reference and estimate must have one length, were %d and %d samples"
              .formatted(reference.length(), estimate.length()));
    }
    float[] s = reference.samples();
    float[] e = estimate.samples();
    double energy = 0;
    double product = 0;
    for (int i = 0; i < s.length; i++) {
      energy += (double) s[i] * s[i];
      product += (double) s[i] * e[i];
    }
    if (energy == 0) {
      throw new IllegalArgumentException("the reference is silent");
    }
    double scale = product / energy;
    double rest = 0;
    for (int i = 0; i < s.length; i++) {
      rest += Math.pow(scale * s[i] - e[i], 2);
    }
    return 10 * Math.log10(scale * scale * energy / rest);
  }
}
