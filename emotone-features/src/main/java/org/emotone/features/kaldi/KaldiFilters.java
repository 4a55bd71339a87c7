package org.emotone.features.kaldi;

import java.util.Arrays;

/**
 * Kaldi's mel filters: triangles that are straight in mel ({@code 1127 ln(1 + f / 700)}), of unit
 * height, over the bins below half the sample rate.
 */
final class KaldiFilters {

  private final int[] first;
  private final double[][] weights;

  KaldiFilters(KaldiOptions options, int sampleRate, int fftSize) {
    int bands = options.bands();
    first = new int[bands];
    weights = new double[bands][];
    double low = mel(options.minHz());
    double step = (mel(options.topHz(sampleRate)) - low) / (bands + 1);
    double hzPerBin = (double) sampleRate / fftSize;
    for (int band = 0; band < bands; band++) {
      double left = low + band * step;
      double[] row = new double[fftSize / 2];
      Arrays.setAll(
          row,
          bin -> {
            double place = (mel(bin * hzPerBin) - left) / step;
            return Math.max(0, Math.min(place, 2 - place));
          });
      keep(band, row);
    }
  }

  private void keep(int band, double[] row) {
    int from = 0;
    int to = row.length;
    while (from < to && row[from] == 0) {
      from++;
    }
    while (to > from && row[to - 1] == 0) {
      to--;
    }
    first[band] = from;
    weights[band] = Arrays.copyOfRange(row, from, to);
  }

  private static double mel(double hz) {
    return 1127 * Math.log(1 + hz / 700);
  }

  /** The power that a band gathers. */
  double apply(int band, double[] power) {
    double sum = 0;
    double[] row = weights[band];
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * power[first[band] + i];
    }
    return sum;
  }
}
