package org.emotone.features.spectral;

import java.util.Arrays;
import org.emotone.features.check.Bounds;

/**
 * How far peaks stand above valleys in octave bands, in dB (Jiang et al., 2002), with the
 * conventions of librosa 0.11's {@code spectral_contrast}: the last bin of every band but the top
 * one is left out, and peaks and valleys are each limited to 80 dB below their own loudest.
 *
 * @param minHz upper edge of the lowest band in Hz; librosa's default is 200
 * @param octaves number of octave bands above it, 1 to 12; there is one value more
 * @param quantile share of a band's bins that are its peak and its valley, 0.001 to 0.5
 */
public record SpectralContrast(double minHz, int octaves, double quantile) {

  /** librosa's default: seven bands, the lowest up to 200 Hz, 2 %. */
  public static final SpectralContrast LIBROSA = new SpectralContrast(200, 6, 0.02);

  /** Checks the ranges. */
  public SpectralContrast {
    Bounds.check("minHz", minHz, 1, 20_000);
    Bounds.check("octaves", octaves, 1, 12);
    Bounds.check("quantile", quantile, 0.001, 0.5);
  }

  /**
   * The lower edge of the top band in Hz, which must be below half the sample rate.
   *
   * @see #apply
   */
  public double topHz() {
    return minHz * Math.pow(2, octaves - 1);
  }

  /**
   * The contrast of magnitudes, {@code [frames][octaves + 1]}, in dB.
   *
   * @param amplitude {@code [frames][bins]}, from 0 Hz to half the sample rate
   * @param sampleRate in Hz
   * @throws IllegalArgumentException if the top band begins above half the sample rate, or a band
   *     holds no bin
   */
  public Spectrogram apply(Spectrogram amplitude, int sampleRate) {
    if (topHz() >= sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "octaves must leave the top band ("
              + topHz()
              + " Hz) below half the sample rate ("
              + sampleRate / 2.0
              + " Hz), was "
              + octaves);
    }
    int frames = amplitude.frames();
    double[] peaks = new double[frames * (octaves + 1)];
    double[] valleys = new double[frames * (octaves + 1)];
    double hzPerBin = sampleRate / 2.0 / (amplitude.bins() - 1);
    for (int band = 0; band <= octaves; band++) {
      measure(amplitude, band, hzPerBin, peaks, valleys);
    }
    double[] high = Decibels.LIBROSA.ofPower(peaks);
    double[] low = Decibels.LIBROSA.ofPower(valleys);
    for (int i = 0; i < high.length; i++) {
      high[i] -= low[i];
    }
    return new Spectrogram(high, frames, octaves + 1);
  }

  private void measure(
      Spectrogram amplitude, int band, double hzPerBin, double[] peaks, double[] valleys) {
    double lowHz = band == 0 ? 0 : minHz * Math.pow(2, band - 1);
    int from = (int) Math.ceil(lowHz / hzPerBin) - (band == 0 ? 0 : 1);
    int to = Math.min(amplitude.bins(), (int) Math.floor(minHz * Math.pow(2, band) / hzPerBin) + 1);
    int counted = (band == octaves ? amplitude.bins() : to) - from;
    int end = band == octaves ? amplitude.bins() : to - 1;
    if (end <= from) {
      throw new IllegalArgumentException(
          "band "
              + band
              + " of the contrast holds no bin; use a longer transform or a larger minHz");
    }
    int share = Math.max(1, (int) Math.rint(quantile * counted));
    for (int frame = 0; frame < amplitude.frames(); frame++) {
      int row = frame * amplitude.bins();
      double[] sorted = Arrays.copyOfRange(amplitude.values(), row + from, row + end);
      Arrays.sort(sorted);
      int taken = Math.min(share, sorted.length);
      int place = frame * (octaves + 1) + band;
      valleys[place] = Arrays.stream(sorted, 0, taken).average().orElse(0);
      peaks[place] =
          Arrays.stream(sorted, sorted.length - taken, sorted.length).average().orElse(0);
    }
  }
}
