package org.emotone.features.gemaps;

import java.util.Arrays;

/**
 * HTK's mel filters over a power spectrum: triangles that are straight in mel ({@code 1127 ln(1 + f
 * / 700)}), of unit height. Bins below the lower edge, rounded up to the next bin and a half, do
 * not count (The HTK Book, section 5.6).
 */
final class HtkFilters {

  private final int[] first;
  private final double[][] weights;
  private final double[] centres;

  HtkFilters(int bands, double minHz, double maxHz, int bins, double hzPerBin) {
    first = new int[bands];
    weights = new double[bands][];
    centres = new double[bands];
    double low = mel(minHz);
    double step = (mel(maxHz) - low) / (bands + 1);
    int lowest = (int) Math.floor(minHz / hzPerBin + 1.5);
    for (int band = 0; band < bands; band++) {
      double left = low + band * step;
      centres[band] = 700 * (Math.exp((left + step) / 1127) - 1);
      int from = lowest;
      while (from < bins && mel(from * hzPerBin) <= left) {
        from++;
      }
      int to = from;
      while (to < bins && mel(to * hzPerBin) < left + 2 * step) {
        to++;
      }
      int start = from;
      first[band] = start;
      weights[band] = new double[to - from];
      Arrays.setAll(
          weights[band],
          i -> {
            double place = (mel((start + i) * hzPerBin) - left) / step;
            return Math.min(place, 2 - place);
          });
    }
  }

  private static double mel(double hz) {
    return 1127 * Math.log(1 + hz / 700);
  }

  /** Number of filters. */
  int bands() {
    return first.length;
  }

  /** The middle of a band in Hz. */
  double centre(int band) {
    return centres[band];
  }

  /** The power that a band gathers. */
  double apply(int band, double[] power) {
    double[] row = weights[band];
    int offset = first[band];
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * power[offset + i];
    }
    return sum;
  }
}
