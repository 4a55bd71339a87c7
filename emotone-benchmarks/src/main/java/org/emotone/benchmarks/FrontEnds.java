package org.emotone.benchmarks;

import org.emotone.features.LogMel;
import org.emotone.features.Mfcc;

/** The features that are measured, with librosa's defaults at 22 050 Hz. */
final class FrontEnds {

  private static final int FFT = 2048;
  private static final int HOP = 512;

  /** 128 mel bands in dB, 2048 samples every 512, the loudest 80 dB. */
  static final LogMel LOG_MEL =
      LogMel.of(
          (double) FFT / Clip.RATE,
          (double) HOP / Clip.RATE,
          128,
          0.0,
          Clip.RATE / 2.0,
          null,
          null,
          null,
          null,
          FFT,
          null,
          80.0,
          null);

  /** 40 cepstra of these bands. */
  static final Mfcc MFCC = Mfcc.of(LOG_MEL, 40, 0.0);

  private FrontEnds() {}
}
