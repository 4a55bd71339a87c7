package org.emotone.audio.signal;

import java.util.Arrays;

/**
 * Finds where the content of audio ends: where its mean power spectrum breaks off and stays low up
 * to the Nyquist frequency. Nature knows no such edge; filters of telephones, codecs and converters
 * of the sample rate leave one.
 */
final class BandwidthMeter {
  /** Resolution of the spectrum in Hz. */
  private static final double BAND_HZ = 100;

  private static final double EDGE_DB = 18;
  private static final int BELOW = 6;
  private static final int SLOPE = 3;
  private static final double LOWEST_HZ = 1500;

  private final int sampleRate;
  private final Stft stft;
  private final double[] mean;
  private float[] pending = {};

  BandwidthMeter(int sampleRate) {
    this.sampleRate = sampleRate;
    int exponent = (int) Math.ceil(Math.log(sampleRate / BAND_HZ * 4) / Math.log(2));
    stft = new Stft(1 << exponent);
    mean = new double[stft.bins()];
  }

  void add(float[] samples) {
    float[] all = Arrays.copyOf(pending, pending.length + samples.length);
    System.arraycopy(samples, 0, all, pending.length, samples.length);
    double[] spectrum = new double[stft.length()];
    double[] power = new double[stft.bins()];
    int start = 0;
    for (; start + stft.length() <= all.length; start += stft.hop()) {
      float[] frame = Arrays.copyOfRange(all, start, start + stft.length());
      stft.analyse(frame, 1, spectrum);
      Stft.power(spectrum, power);
      for (int bin = 0; bin < mean.length; bin++) {
        mean[bin] += power[bin];
      }
    }
    pending = Arrays.copyOfRange(all, start, all.length);
  }

  /** Where the content ends, in Hz: the Nyquist frequency if there is no edge. */
  double hz() {
    double[] bands = bandsDb();
    double highest = Double.NEGATIVE_INFINITY;
    double best = EDGE_DB;
    int edge = bands.length;
    for (int band = bands.length - 1; band * BAND_HZ >= LOWEST_HZ; band--) {
      highest = Math.max(highest, bands[band]);
      int top = band - SLOPE;
      double below = 0;
      for (int i = top - BELOW; i < top; i++) {
        below += bands[i] / BELOW;
      }
      if (below - highest > best) {
        best = below - highest;
        edge = top + SLOPE / 2;
      }
    }
    return edge == bands.length ? sampleRate / 2.0 : edge * BAND_HZ;
  }

  /** The level of each band of 100 Hz in dB. */
  private double[] bandsDb() {
    double[] bands = new double[(int) (sampleRate / (2 * BAND_HZ))];
    double binHz = (double) sampleRate / stft.length();
    for (int band = 0; band < bands.length; band++) {
      int from = (int) Math.ceil(band * BAND_HZ / binHz);
      int to = (int) Math.ceil((band + 1) * BAND_HZ / binHz);
      double sum = 0;
      for (int bin = from; bin < to; bin++) {
        sum += mean[bin];
      }
      bands[band] = 10 * Math.log10(sum / (to - from) + 1e-12);
    }
    return bands;
  }
}
