package org.emotone.audio.signal;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * What tells a voice from noise in a frame of 32 ms at 8 kHz: how far it stands out of the noise in
 * three bands (Sohn, Kim and Sung, 1999), how periodic it is in the range of pitch, how near it is
 * to the loudest and how far above the quietest of the last seconds, and how uneven its spectrum.
 */
final class VoiceFeatures {
  static final int RATE = 8000;
  static final int LENGTH = 256;
  static final int HOP = 80;

  /** Number of features. */
  static final int COUNT = 7;

  private static final double[] BAND_EDGES_HZ = {100, 700, 1800, 3800};
  private static final int SHORTEST_LAG = RATE / 400;
  private static final int LONGEST_LAG = RATE / 75;

  /** The loudest level is forgotten by 1 dB a second. */
  private static final double PEAK_DECAY_DB = 1.0 * HOP / RATE;

  /** The quietest level is forgotten by 3 dB a second. */
  private static final double FLOOR_RISE_DB = 3.0 * HOP / RATE;

  private static final double QUIETEST_DB = -90;
  private static final double SMOOTHING = 0.7;

  private final double[] window = new double[LENGTH];
  private final double[] windowCorrelation;
  private final DoubleFFT_1D fft = new DoubleFFT_1D(2 * LENGTH);
  private final double[] spectrum = new double[2 * LENGTH];
  private final double[] power = new double[LENGTH + 1];
  private final double[] smooth = new double[LENGTH + 1];
  private NoiseTracker tracker = new NoiseTracker(new double[LENGTH + 1]);
  private boolean begun;
  private double peakDb = QUIETEST_DB;
  private double floorDb;

  VoiceFeatures() {
    for (int i = 0; i < LENGTH; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / LENGTH);
    }
    System.arraycopy(window, 0, spectrum, 0, LENGTH);
    windowCorrelation = correlate();
  }

  /**
   * The features of the next frame.
   *
   * @param samples at 8 kHz
   * @param start of the frame among them
   */
  double[] next(float[] samples, int start) {
    double energy = 0;
    for (int i = 0; i < LENGTH; i++) {
      double sample = samples[start + i];
      energy += sample * sample;
      spectrum[i] = window[i] * sample;
    }
    double[] correlation = correlate();
    if (!begun) {
      tracker = new NoiseTracker(power);
      begun = true;
    }
    tracker.update(power);
    double levelDb = Math.max(QUIETEST_DB, 10 * Math.log10(energy / LENGTH));
    peakDb = Math.max(levelDb, peakDb - PEAK_DECAY_DB);
    floorDb = Math.min(levelDb, floorDb + FLOOR_RISE_DB);
    double[] features = new double[COUNT];
    for (int band = 0; band < 3; band++) {
      features[band] = standing(BAND_EDGES_HZ[band], BAND_EDGES_HZ[band + 1]);
    }
    features[3] = periodicity(correlation);
    features[4] = Math.max(-40, levelDb - peakDb) / 10;
    features[5] = Math.min(60, levelDb - floorDb) / 10;
    features[6] = unevenness() / 3;
    return features;
  }

  /** Turns {@link #spectrum} into a power spectrum and its autocorrelation. */
  private double[] correlate() {
    Arrays.fill(spectrum, LENGTH, 2 * LENGTH, 0);
    fft.realForward(spectrum);
    Stft.power(spectrum, power);
    for (int bin = 1; bin < LENGTH; bin++) {
      spectrum[2 * bin] = power[bin];
      spectrum[2 * bin + 1] = 0;
    }
    spectrum[0] = power[0];
    spectrum[1] = power[LENGTH];
    fft.realInverse(spectrum, true);
    return Arrays.copyOf(spectrum, LONGEST_LAG + 2);
  }

  /** The mean log-likelihood ratio of speech in a band, compressed: 0 for noise. */
  private double standing(double fromHz, double toHz) {
    int from = bin(fromHz);
    int to = bin(toHz);
    double sum = 0;
    for (int bin = from; bin < to; bin++) {
      double posterior = power[bin] / tracker.noise()[bin];
      smooth[bin] = SMOOTHING * smooth[bin] + (1 - SMOOTHING) * Math.max(0, posterior - 1);
      double prior = Math.min(1e5, smooth[bin]);
      sum += Math.min(1e5, posterior) * prior / (1 + prior) - Math.log1p(prior);
    }
    return Math.log1p(Math.max(0, sum / (to - from)));
  }

  private static int bin(double hz) {
    return (int) Math.round(hz * 2 * LENGTH / RATE);
  }

  /** The highest normalised autocorrelation at the lag of a pitch of 75 to 400 Hz, 0 … 1. */
  private double periodicity(double[] correlation) {
    double best = 0;
    double zero = correlation[0] + 1e-9;
    for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      double here = correlation[lag];
      boolean peak = here >= correlation[lag - 1] && here >= correlation[lag + 1];
      if (peak) {
        best = Math.max(best, here / zero * windowCorrelation[0] / windowCorrelation[lag]);
      }
    }
    return Math.min(1, best);
  }

  /**
   * The logarithm of the arithmetic over the geometric mean of the spectrum in the voice's band.
   */
  private double unevenness() {
    int from = bin(BAND_EDGES_HZ[0]);
    int to = bin(BAND_EDGES_HZ[3]);
    double sum = 0;
    double logs = 0;
    for (int bin = from; bin < to; bin++) {
      double value = power[bin] + 1e-9;
      sum += value;
      logs += Math.log(value);
    }
    int count = to - from;
    return Math.log(sum / count) - logs / count;
  }
}
