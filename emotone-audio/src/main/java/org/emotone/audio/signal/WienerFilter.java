package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * The Wiener filter with a decision-directed estimate of the signal-to-noise ratio (Scalart and
 * Filho, ICASSP 1996, after Ephraim and Malah, 1984), on frames of about 32 ms, against noise that
 * may change slowly (Gerkmann and Hendriks, 2012).
 *
 * @param smoothing weight of the last frame in that estimate, 0 to below 1
 * @param floorDb the least gain, in dB, negative: lower takes out more noise and sounds less
 *     natural
 */
public record WienerFilter(double smoothing, double floorDb) implements NoiseReduction {

  /** A smoothing of 0.98 and at most 20 dB of reduction. */
  public static final WienerFilter DEFAULT = new WienerFilter(0.98, -20);

  private static final double HIGHEST_SNR = 1e6;

  /** Checks the ranges. */
  public WienerFilter {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing must be from 0 to below 1, was " + smoothing);
    }
    if (!(floorDb < 0)) {
      throw new IllegalArgumentException("floorDb must be negative, was " + floorDb + " dB");
    }
  }

  @Override
  public Waveform apply(Waveform noisy) {
    Stft stft = Stft.forSpeech(noisy.sampleRate());
    float[] samples = noisy.samples();
    double[][] powers = stft.powers(samples);
    NoiseTracker tracker = new NoiseTracker(NoiseTracker.quietest(powers));
    float[] clean = new float[samples.length];
    double[] spectrum = new double[stft.length()];
    double[] gains = new double[stft.bins()];
    double[] before = new double[stft.bins()];
    for (int frame = 0; frame < powers.length; frame++) {
      tracker.update(powers[frame]);
      gains(powers[frame], tracker.noise(), before, gains);
      stft.analyse(samples, frame, spectrum);
      Stft.scale(spectrum, gains);
      stft.synthesise(spectrum, frame, clean);
    }
    return new Waveform(clean, noisy.sampleRate());
  }

  /**
   * Gains of a frame.
   *
   * @param before estimated power of the clean signal in the last frame, replaced by that of this
   */
  private void gains(double[] power, double[] noise, double[] before, double[] gains) {
    double floor = Math.pow(10, floorDb / 20);
    for (int bin = 0; bin < gains.length; bin++) {
      double posterior = Math.min(HIGHEST_SNR, power[bin] / noise[bin]);
      double prior =
          smoothing * Math.min(HIGHEST_SNR, before[bin] / noise[bin])
              + (1 - smoothing) * Math.max(0, posterior - 1);
      double gain = prior / (1 + prior);
      before[bin] = gain * gain * power[bin];
      gains[bin] = Math.max(floor, gain);
    }
  }
}
