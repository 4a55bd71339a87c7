package org.emotone.audio;

import java.util.Arrays;

/** The laws by which telephones make 8 bits of a sample (ITU-T G.711, 1988). */
public enum CompandingLaw {
  /** Europe and international lines. */
  ALAW,

  /** North America and Japan. */
  ULAW;

  private static final float[] ALAW_LEVELS = sorted(Companding.ALAW);
  private static final float[] ULAW_LEVELS = sorted(Companding.ULAW);

  private static float[] sorted(float[] amplitudes) {
    float[] levels = amplitudes.clone();
    Arrays.sort(levels);
    return levels;
  }

  /**
   * The sample as it comes back from 8 bits: the nearest of the law's 256 amplitudes.
   *
   * @param sample any; beyond full scale it is the law's largest amplitude
   */
  public float coded(float sample) {
    float[] levels = this == ALAW ? ALAW_LEVELS : ULAW_LEVELS;
    int above = Arrays.binarySearch(levels, sample);
    if (above >= 0) {
      return levels[above];
    }
    int next = -above - 1;
    if (next == 0 || next == levels.length) {
      return levels[Math.min(next, levels.length - 1)];
    }
    float lower = levels[next - 1];
    float upper = levels[next];
    return sample - lower < upper - sample ? lower : upper;
  }

  /** A clip of which each sample has been through 8 bits. */
  public Waveform coded(Waveform waveform) {
    float[] samples = new float[waveform.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = coded(waveform.samples()[i]);
    }
    return new Waveform(samples, waveform.sampleRate());
  }
}
