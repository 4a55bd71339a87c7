package org.emotone.features.gemaps;

/**
 * What is made of 26 mel bands: loudness, and the mel cepstra 1 to 4.
 *
 * <p>Loudness is the mean over bands of the band's power, weighted by the equal-loudness curve of
 * perceptual linear prediction (Hermansky, JASA 1990, with the extension for high frequencies) and
 * raised to 0.33. Cepstra are those of HTK: of the natural logarithm of the power of samples in
 * 16-bit units, at least 10⁻⁸, with a lifter of 22.
 */
final class AuditorySpectrum {

  /** Number of cepstra. */
  static final int CEPSTRA = 4;

  private static final int BANDS = 26;
  private static final double MIN_HZ = 20;
  private static final double MAX_HZ = 8000;
  private static final double SIXTEEN_BITS = 32_767.0 * 32_767.0;
  private static final double LIFTER = 22;

  private final HtkFilters filters;
  private final double[] equalLoudness = new double[BANDS];
  private final double[] basis = new double[CEPSTRA * BANDS];
  private final double[] bands = new double[BANDS];

  AuditorySpectrum(int bins, double hzPerBin) {
    double top = Math.min(MAX_HZ, hzPerBin * (bins - 1));
    filters = new HtkFilters(BANDS, MIN_HZ, top, bins, hzPerBin);
    for (int band = 0; band < BANDS; band++) {
      equalLoudness[band] = equalLoudness(2 * Math.PI * filters.centre(band));
    }
    for (int n = 1; n <= CEPSTRA; n++) {
      double scale = Math.sqrt(2.0 / BANDS) * (1 + LIFTER / 2 * Math.sin(Math.PI * n / LIFTER));
      for (int band = 0; band < BANDS; band++) {
        basis[(n - 1) * BANDS + band] = scale * Math.cos(Math.PI * n * (band + 0.5) / BANDS);
      }
    }
  }

  private static double equalLoudness(double w) {
    double square = w * w;
    double low = (square + 56.8e6) * square * square;
    double middle = (square + 6.3e6) * (square + 6.3e6) * (square + 0.38e9);
    return 1e32 * low / (middle * (Math.pow(w, 7) + 1.7e31));
  }

  /** Gathers the bands of a power spectrum, of which the other methods speak. */
  void analyse(double[] power) {
    for (int band = 0; band < BANDS; band++) {
      bands[band] = filters.apply(band, power);
    }
  }

  /** Loudness, without a unit. */
  double loudness() {
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      sum += Math.pow(bands[band] * equalLoudness[band], 0.33);
    }
    return sum / BANDS;
  }

  /** The cepstra 1 to {@value #CEPSTRA} into one frame of contours. */
  void cepstra(double[][] contours, int frame) {
    for (int n = 0; n < CEPSTRA; n++) {
      double sum = 0;
      for (int band = 0; band < BANDS; band++) {
        double power = Math.max(1e-8, bands[band] * SIXTEEN_BITS);
        sum += basis[n * BANDS + band] * Math.log(power);
      }
      contours[n][frame] = sum;
    }
  }
}
