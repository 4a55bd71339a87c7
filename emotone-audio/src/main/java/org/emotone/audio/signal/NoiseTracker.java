package org.emotone.audio.signal;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Follows the power spectrum of the noise under speech, frame by frame: the unbiased MMSE estimator
 * of Gerkmann and Hendriks (IEEE Transactions on Audio, Speech and Language Processing 20(4),
 * 2012), with their constants.
 */
final class NoiseTracker {
  /** About the power that rounding to 16 bits leaves in a bin; nothing is quieter. */
  private static final double FLOOR = 1e-8;

  /** Speech is expected to be 15 dB above the noise where there is any. */
  private static final double PRIOR = Math.pow(10, 1.5);

  private static final double SMOOTHING = 0.8;
  private static final double PRESENCE_SMOOTHING = 0.9;
  private static final double LONGEST_PRESENCE = 0.99;

  private final double[] noise;
  private final double[] presence;

  /**
   * Begins.
   *
   * @param first a guess at the noise's power spectrum
   */
  NoiseTracker(double[] first) {
    noise = first.clone();
    for (int bin = 0; bin < noise.length; bin++) {
      noise[bin] = Math.max(FLOOR, noise[bin]);
    }
    presence = new double[first.length];
  }

  /** A guess from all of a signal: the mean over the quietest tenth of its frames, 5 at least. */
  static double[] quietest(double[][] powers) {
    double[][] sorted = powers.clone();
    Arrays.sort(sorted, Comparator.comparingDouble(frame -> Arrays.stream(frame).sum()));
    int count = Math.min(sorted.length, Math.max(5, sorted.length / 10));
    double[] mean = new double[powers[0].length];
    for (int frame = 0; frame < count; frame++) {
      for (int bin = 0; bin < mean.length; bin++) {
        mean[bin] += sorted[frame][bin] / count;
      }
    }
    return mean;
  }

  /** Takes the next frame's power spectrum. */
  void update(double[] power) {
    for (int bin = 0; bin < noise.length; bin++) {
      double snr = Math.min(1e6, power[bin] / noise[bin]);
      double speech = 1 / (1 + (1 + PRIOR) * Math.exp(-snr * PRIOR / (1 + PRIOR)));
      presence[bin] = PRESENCE_SMOOTHING * presence[bin] + (1 - PRESENCE_SMOOTHING) * speech;
      if (presence[bin] > LONGEST_PRESENCE) {
        speech = Math.min(speech, LONGEST_PRESENCE);
      }
      double estimate = speech * noise[bin] + (1 - speech) * power[bin];
      noise[bin] = Math.max(FLOOR, SMOOTHING * noise[bin] + (1 - SMOOTHING) * estimate);
    }
  }

  /** The noise's power spectrum as of the last frame; it changes with the next. */
  double[] noise() {
    return noise;
  }
}
