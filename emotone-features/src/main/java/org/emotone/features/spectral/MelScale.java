package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How frequency in Hz becomes mel; the two conventions in use differ, so both are here. */
public enum MelScale {

  /**
   * Linear below 1 kHz, logarithmic above (Slaney, Auditory Toolbox, 1998); librosa's default.
   *
   * <p>15 mel are 1 kHz, and 27 more are a factor of 6.4.
   */
  @JsonProperty("slaney")
  SLANEY {
    @Override
    public double toMel(double hz) {
      return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    @Override
    public double toHz(double mel) {
      return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
  },

  /** {@code 2595 log₁₀(1 + f / 700)} (O'Shaughnessy, 1987), as in the Hidden Markov Toolkit. */
  @JsonProperty("htk")
  HTK {
    @Override
    public double toMel(double hz) {
      return 2595 * Math.log10(1 + hz / 700);
    }

    @Override
    public double toHz(double mel) {
      return 700 * (Math.pow(10, mel / 2595) - 1);
    }
  };

  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double BREAK_HZ = 1000;
  private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  /** The mel value of a frequency in Hz. */
  public abstract double toMel(double hz);

  /** The frequency in Hz of a mel value. */
  public abstract double toHz(double mel);
}
