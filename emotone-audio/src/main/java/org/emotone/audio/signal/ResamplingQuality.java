package org.emotone.audio.signal;

/**
 * How much a {@link Resampler} keeps, and at what cost. Every level keeps phase and compensates its
 * delay; from the lower of both Nyquist frequencies on, everything is suppressed, so that nothing
 * folds back.
 */
public enum ResamplingQuality {

  /** Pass band to 0.8 of the lower Nyquist frequency within ±0.05 dB, aliases below −75 dB. */
  FAST(0.8, 80),

  /** Pass band to 0.9 within ±0.05 dB, aliases below −90 dB. */
  STANDARD(0.9, 100),

  /**
   * Pass band to 0.95 within ±0.05 dB, images and aliases below −100 dB. Front-ends use it: the
   * more of the band is kept, the less an answer depends on the rate of the recording.
   */
  HIGH(0.95, 110);

  private final double pass;
  private final double attenuationDb;

  ResamplingQuality(double pass, double attenuationDb) {
    this.pass = pass;
    this.attenuationDb = attenuationDb;
  }

  /** Where the pass band ends, as a share of the lower of both Nyquist frequencies. */
  public double passBand() {
    return pass;
  }

  /** Attenuation of the stop band that the filter is designed for, in dB. */
  double attenuationDb() {
    return attenuationDb;
  }
}
