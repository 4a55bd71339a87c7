package org.emotone.features.kaldi;

import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Dct;
import org.emotone.features.spectral.Spectrogram;

/**
 * Kaldi's mel cepstra, {@code compute-mfcc-feats --use-energy=false}: an orthonormal DCT of the log
 * filter bank, coefficient n liftered by {@code 1 + L/2 · sin(π n / L)}. Unlike librosa's, Kaldi's
 * lifter counts from 0.
 */
public final class KaldiCepstra {

  private KaldiCepstra() {}

  /**
   * The cepstra of a log filter bank, {@code [frames][coefficients]}.
   *
   * @param coefficients 1 to the number of bands; Kaldi: 13
   * @param lifter L, 0 (none) to 10 000; Kaldi: 22
   */
  public static Spectrogram of(Spectrogram fbank, int coefficients, double lifter) {
    Bounds.check("lifter", lifter, 0, 10_000);
    Spectrogram cepstra = new Dct(fbank.bins(), coefficients, 0).apply(fbank);
    if (lifter > 0) {
      double[] values = cepstra.values();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 1 + lifter / 2 * Math.sin(Math.PI * (i % coefficients) / lifter);
      }
    }
    return cepstra;
  }
}
