package org.emotone.features;

import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Stft;

/** Features whose frames are those of a short-time Fourier transform. */
public sealed interface StftExtractor extends Extractor
    permits Chroma, Contrast, Polynomial, Shapes {

  /** The transform. */
  Stft stft();

  @Override
  default double hopSeconds(int sampleRate) {
    return (double) stft().hop() / sampleRate;
  }

  @Override
  default long frames(int samples, int sampleRate) {
    return stft().frames(samples);
  }

  @Override
  default void checkRate(int sampleRate) {
    Bounds.check("sampleRate", sampleRate, 1000, 384_000);
  }
}
