package org.emotone.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first values of a bank of Gabor filters: as many as there are mel bands, each with the centre
 * and the width of its band, as LEAF's reference code makes them (Zeghidour et al., 2021; {@code
 * leaf_audio/melfilters.py}): bands that are triangles in HTK mel over the bins of a transform of
 * 512 points, taken as amplitudes (the square root of power).
 */
final class GaborFilters {

  private static final int BINS = 512;

  private GaborFilters() {}

  /**
   * Centre frequency in radians per sample and width of the Gaussian in samples, one pair after the
   * other.
   */
  static List<Float> mel(int filters, int sampleRate, double minHz, double maxHz) {
    List<Float> values = new ArrayList<>();
    double low = mel(minHz);
    double step = (mel(maxHz) - low) / (filters + 1);
    for (int i = 0; i < filters; i++) {
      double start = low + i * step;
      int peak = 0;
      double most = 0;
      double[] amplitudes = new double[BINS / 2 + 1];
      for (int bin = 1; bin < amplitudes.length; bin++) {
        double place = (mel((double) bin * sampleRate / BINS) - start) / step;
        amplitudes[bin] = Math.sqrt(Math.max(0, Math.min(place, 2 - place)));
        if (amplitudes[bin] > most) {
          most = amplitudes[bin];
          peak = bin;
        }
      }
      double half = most / 2;
      long wide = Arrays.stream(amplitudes).filter(a -> a >= half).count();
      values.add((float) (2 * Math.PI * peak / BINS));
      values.add((float) (Math.sqrt(2 * Math.log(2)) * BINS / (Math.PI * wide)));
    }
    return values;
  }

  /** HTK mel. */
  static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  /** Hertz of HTK mel. */
  static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
